import { useFormats } from '#platform/web/i18n';
import type { OutputProps } from '../field-web.tsx';

export const DateOutput = ({ value }: OutputProps<string>) => <span>{useFormats().day(value)}</span>;
