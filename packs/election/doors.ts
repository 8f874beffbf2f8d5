import type { ResidentDoor } from '#engines/case/model';

export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'election.comment',
    group: 'together',
    rank: 8,
    summary: {
      zh: '对换届办法、选民名单、换届纪律提出意见',
      en: 'The method, the roll of voters, the conduct of the election',
    },
    words: {
      zh: ['换届', '选举', '两委', '候选人', '选民', '投票', '居委会'],
      en: ['election', 'candidate', 'vote', 'committee'],
    },
  },
];
