import { label } from '#kernel/label';
import { channelsOnBehalf, type ReportChannel } from '#engines/case/model';
import type { Field } from '#fields/field';

/**
 * What staff are asked when they write for somebody: on which way it came (as packs declare it), who, and the sheet where
 * it came on paper.
 * @param chosen id of the channel that stands in the form
 */
export const behalfFields = (channels: readonly ReportChannel[], chosen: unknown): readonly Field[] => {
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
    {
      id: 'behalfPhone',
      type: 'phone',
      name: label('诉求人电话', 'Phone of the resident'),
      hint: label('办好后发短信告诉他', 'A short message tells them when it is answered'),
      ...(channel?.phone && { required: true }),
    },
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
