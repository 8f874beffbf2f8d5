import { residentDoors } from './doors.ts';
import { plans } from './plans.ts';
import { definePack } from '#kernel/pack';
import { checkItems, placeTypes } from './code-lists/places.ts';
import * as themes from './code-lists/themes.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/safety.ts';
import { noticeTemplates } from './notices.ts';
import { burglary } from './playbooks/burglary.ts';
import { check } from './playbooks/check.ts';
import { clue } from './playbooks/clue.ts';
import { drive } from './playbooks/drive.ts';
import { farmland } from './playbooks/farmland.ts';
import { fireReport, fireSeason } from './playbooks/forest.ts';
import { fraudWarning } from './playbooks/fraud.ts';
import { fundRaising } from './playbooks/fund-raising.ts';
import { hazard } from './playbooks/hazard.ts';
import { publicity } from './playbooks/publicity.ts';
import { screening } from './playbooks/screening.ts';
import { selfCheck } from './playbooks/self-check.ts';
import { traffic } from './playbooks/traffic.ts';
import { watch } from './playbooks/watch.ts';
import { roles } from './roles.ts';

/** 安全: hazards found and mended, drives, fire, fraud, clues; what a season or an epidemic asks. */
export const safety = definePack({
  id: 'safety',
  version: 1,
  name: { zh: '平安社区', en: 'Safety' },
  summary: {
    zh: '场所检查与隐患整治、专项行动、森林防火、反诈、防范非法集资、治安线索与巡逻、疫情排查',
    en: 'Checks and hazards, drives, forest fire, fraud, illegal fund-raising, clues and patrols, epidemic screening',
  },
  sections: {
    codeLists: [placeTypes, checkItems, ...Object.values(themes)],
    roles,
    playbooks: [
      check,
      hazard,
      drive,
      selfCheck,
      farmland,
      fireSeason,
      fireReport,
      fraudWarning,
      clue,
      publicity,
      fundRaising,
      traffic,
      burglary,
      watch,
      screening,
    ],
    residentDoors,
    indicators,
    noticeTemplates,
    plans,
    examples,
  },
});
