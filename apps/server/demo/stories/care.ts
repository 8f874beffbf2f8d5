import type { Story } from '../retold/stories.ts';

export const careStories: readonly Story[] = [
  {
    playbook: 'care.visit',
    often: 18,
    tellings: [
      {
        'visit.answer': '已上门看望，老人精神好，血压正常，家中燃气用电安全。',
        'visit.what': ['想订中午的送餐', '想有人常来说说话'],
      },
      {
        'visit.answer': '已上门，老人近日睡眠不好，已联系家庭医生。',
        'visit.what': ['卫生间想装扶手', '手机不会用，想学视频通话'],
      },
    ],
  },
  {
    playbook: 'care.aid',
    often: 6,
    tellings: [
      {
        'report.words': '独居老人胸闷出汗，按了一键呼叫',
        'help.answer': '救护车八分钟到达，已送区人民医院，女儿已到医院。',
      },
    ],
  },
  {
    playbook: 'care.legal',
    often: 8,
    tellings: [
      {
        of: 'housing',
        'report.question': '物业停水三天，能不能少交这个月的物业费？',
        'answer.record': '说明物业服务合同义务和损失举证，建议保留停水通知和购水单据',
        'answer.answer': '建议先与物业协商减免；协商不成可申请人民调解，不建议直接拒交。',
      },
      {
        of: 'housing',
        category: 'labour',
        'report.question': '试用期三个月没签合同，被口头辞退，能要补偿吗？',
        'answer.record': '说明双倍工资和仲裁时效',
        'answer.answer': '可主张未签合同期间的双倍工资，一年内到劳动仲裁委申请，值班律师可代写申请书。',
      },
      { of: 'debt', 'report.question': '借给朋友三万元只有微信记录，借条该怎么补？' },
    ],
  },
  { playbook: 'care.family', often: 4, tellings: [{ 'report.wish': '孩子放学后有人辅导作业，母亲找到离家近的工作' }] },
  { playbook: 'care.elders', often: 5 },
];
