import { blocks } from '#engines/case/model';
import type { Field } from '#fields/field';

export const worker = blocks.role('grid-worker');
export const community = blocks.role('community-staff');
export const street = blocks.role('street-dispatcher');
export const inspector = blocks.role('inspector');
export const police = blocks.role('community-police');

export const photos = blocks.photosField('photos', { zh: '照片', en: 'Photos' });

/** A number by which whoever reports may be asked back; kept apart from the matter. */
export const contact: Field = blocks.simple('phone', 'contact', '联系电话', 'Phone', {
  hint: { zh: '可不留；只用于核实和反馈', en: 'Optional; only to ask back and to tell the result' },
  privacy: blocks.privacyOf('核实情况、反馈结果', 'To ask back and to tell the result', 'consent', 'personal', 12),
});

/** Which items of a checklist are not as they should be: what, how grave, in words. */
export const findingsTable = (checks: readonly (readonly [string, string, string, ...unknown[]])[]): Field =>
  blocks.table(
    'findings',
    '发现的隐患',
    'Hazards found',
    [
      blocks.choice(
        'item',
        '检查项',
        'Item',
        checks.map(([code, zh, en]) => [code, zh, en] as const),
        { required: true },
      ),
      blocks.choice('level', '等级', 'Level', hazardLevels, { required: true }),
      blocks.line('what', '具体情况', 'Details', { required: true, max: 200 }),
    ],
    { max: 20, hint: { zh: '没有隐患的不填', en: 'Leave empty when there is none' } },
  );

export const hazardLevels = [
  ['general', '一般隐患', 'General'],
  ['major', '重大隐患', 'Major'],
] as const;
