import { label } from '#kernel/label';
import { channelsOnBehalf, phoneFieldOf, type Playbook, type ReportChannel } from '#engines/case/model';
import type { Field } from '#fields/field';

/**
 * What staff are asked when they write for somebody: on which way it came (as packs declare it), who, and the sheet where
 * it came on paper. A phone number that the report itself asks for is not asked twice.
 * @param chosen id of the channel that stands in the form
 */
export const behalfFields = (
  playbook: Playbook,
  channels: readonly ReportChannel[],
  chosen: unknown,
): readonly Field[] => {
  const offered = channelsOnBehalf(channels);
  const channel = offered.find((one) => one.id === chosen);
  return [
    {
      id: 'behalfChannel',
      type: 'choice',
      name: label('怎么来的', 'How it came'),
      required: true,
      ...(channel && { hint: channel.hint }),
      options: { items: offered.map(({ id, name }) => ({ code: id, name })) },
    },
    {
      id: 'behalfName',
      type: 'text',
      name: label('诉求人姓名', 'Name of the resident'),
      required: true,
      options: { max: 40 },
    },
    ...(phoneFieldOf(playbook)
      ? []
      : [
          {
            id: 'behalfPhone',
            type: 'phone',
            name: label('诉求人电话', 'Phone of the resident'),
            hint: label('有了答复发短信告诉他', 'A short message tells them when it is answered'),
            ...(channel?.phone && { required: true }),
          },
        ]),
    ...(channel?.sheet
      ? [
          {
            id: 'behalfSheet',
            type: 'photos',
            name: label('纸面照片', 'Photos of the sheet'),
            required: true,
            options: { max: 6 },
          },
        ]
      : []),
  ];
};

/** The report as it is asked on that way: a call needs the number to call back. */
export const askedOnBehalf = (playbook: Playbook, channels: readonly ReportChannel[], chosen: unknown): Playbook => {
  const phone = phoneFieldOf(playbook);
  const needed = channels.find((one) => one.id === chosen)?.behalf?.phone === 'needed';
  if (!phone || !needed) return playbook;
  return {
    ...playbook,
    fields: playbook.fields.map((field) => (field === phone ? { ...field, required: true } : field)),
  };
};
