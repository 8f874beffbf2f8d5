import { label } from '#kernel/label';
import type { NoticeTemplate } from '#engines/notice/model';

export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    id: 'election.method-published',
    title: label('推荐（投票）办法已公布', 'A method was published'),
    text: label(
      '社区推荐（投票）办法（依据 {title}）已公布，地点：{where}。请转告网格员、楼栋长并告知居民，意见渠道：{channel}。',
      'The community’s method (after {title}) is published at {where}. Please tell grid workers, chiefs of buildings and residents; comments: {channel}.',
    ),
    holes: { title: 'plain', where: 'plain', channel: 'plain' },
  },
];
