import { defineMessages } from '#platform/web/i18n';
import { enWords } from './en-words.ts';
import { zhWords } from './zh-words.ts';

export const words = defineMessages({ zh: zhWords, en: enWords });
