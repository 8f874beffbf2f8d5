import { type Label, label } from '#kernel/label';
import { fieldText } from '#fields';
import type { Json } from '#fields/field';
import type { learn, Playbook } from '#engines/case/model';
import type { Definitions } from '../definitions.ts';

const reporters: Readonly<Record<string, Label>> = {
  resident: label('居民诉求', 'asked by a resident'),
  anonymous: label('匿名诉求', 'asked without a name'),
  staff: label('工作人员发现', 'found by staff'),
  system: label('系统生成', 'made by the system'),
  imported: label('历史导入', 'imported'),
};

interface Known {
  readonly definitions: Definitions;
  readonly playbook: Playbook;
  readonly data: Readonly<Record<string, Json>>;
  readonly placeNames: ReadonlyMap<string, string>;
}

const lastOf = (name: string): string => name.split(' · ').at(-1) ?? name;

const valueWords = ({ field, value }: { field: string; value: string }, known: Known): Label | undefined => {
  const { definitions, playbook, data } = known;
  if (field === 'playbook') return label(`流程：${playbook.name.zh}`, `procedure: ${playbook.name.en}`);
  if (field === 'channel') {
    const name = definitions.channelName(value) ?? label(value, value);
    return label(`来源：${name.zh}`, `how it came: ${name.en}`);
  }
  if (field === 'reporter') return reporters[value];
  const id = field.replace(/^data\./, '');
  const declared = playbook.fields.find((one) => one.id === id);
  const given = data[id];
  if (!declared || given === undefined || given === null) return undefined;
  const text = (locale: 'zh' | 'en'): string => fieldText(declared, given, definitions.fields, locale);
  return label(`${declared.name.zh}：${text('zh')}`, `${declared.name.en}: ${text('en')}`);
};

/** One reason in words: 坪山街道的“占道经营”. Undefined when it cannot be said. */
export const reasonWords = (parts: readonly learn.FeaturePart[], known: Known): Label | undefined => {
  const kind = parts.find((part) => part.of === 'kind');
  const place = parts.find((part) => part.of === 'place');
  const category = kind && known.definitions.categoryName(known.playbook, kind.code);
  const where = place && lastOf(known.placeNames.get(place.path) ?? '');
  if (category && where) return label(`${where}的“${category.zh}”`, `“${category.en}” in ${where}`);
  if (category) return label(`类别“${category.zh}”`, `category “${category.en}”`);
  if (where) return label(`地点在${where}`, `it lies in ${where}`);
  const [part] = parts;
  if (part?.of === 'value') return valueWords(part, known);
  return part?.of === 'words' ? label(`写有“${part.text}”`, `it says “${part.text}”`) : undefined;
};
