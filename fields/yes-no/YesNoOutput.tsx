import { useText } from '#platform/web/i18n';
import type { OutputProps } from '../field-web.tsx';
import { yesNoMessages } from './YesNoInput.tsx';

export const YesNoOutput = ({ value }: OutputProps<boolean>) => (
  <span>{useText(yesNoMessages)(value ? 'yes' : 'no')}</span>
);
