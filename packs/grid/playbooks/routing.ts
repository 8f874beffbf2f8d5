import type { RoutingRule } from '#engines/case/model';

/** Of the category itself: 0307 电梯故障. */
const category = (bodyKind: string, ...codes: readonly string[]): RoutingRule => ({
  when: `list contains([${codes.map((code) => `"${code}"`).join(', ')}], category.code)`,
  bodyKind,
});

/** Of a whole class: 04 市容环境. */
const wholeClass = (bodyKind: string, ...codes: readonly string[]): RoutingRule => ({
  when: `list contains([${codes.map((code) => `"${code}"`).join(', ')}], category.class)`,
  bodyKind,
});

/**
 * 事项清单 → 责任部门: single categories first, then what is left of their class. It proposes; the
 * dispatcher decides. A district puts its own list in its place (Shenzhen's has 4,177 duties).
 */
export const routing: readonly RoutingRule[] = [
  category('housing', '0103', '0104'),
  category('human-resources', '0105'),
  category('planning', '0106', '0111'),
  category('market-regulation', '0108'),
  category('health', '0109'),
  category('traffic-police', '0110'),
  wholeClass('justice', '01'),

  wholeClass('public-security', '02'),

  category('fire-rescue', '0301', '0302'),
  category('utility', '0303', '0304'),
  category('housing', '0305'),
  category('public-security', '0306'),
  category('market-regulation', '0307', '0309', '0310'),
  category('water', '0311', '0313'),
  wholeClass('emergency', '03'),

  category('water', '0404'),
  wholeClass('urban-management', '04'),

  category('traffic-police', '0503'),
  category('civil-affairs', '0506'),
  category('public-security', '0507'),
  wholeClass('urban-management', '05'),

  category('utility', '0604', '0605', '0606', '0607', '0611'),
  category('water', '0608'),
  category('transport', '0603', '0610'),
  wholeClass('urban-management', '06'),

  category('housing', '0702', '0704', '0706', '0707'),
  wholeClass('urban-management', '07'),

  category('water', '0804'),
  wholeClass('environment', '08'),

  category('human-resources', '0901', '0902'),
  category('health', '0903'),
  category('education', '0904'),
  category('housing', '0905'),
  category('transport', '0910'),
  wholeClass('civil-affairs', '09'),

  category('justice', '1004'),
  category('health', '1003'),
  wholeClass('civil-affairs', '10'),

  wholeClass('community', '11'),
  wholeClass('street-office', '12'),

  category('fire-rescue', '1301'),
  category('utility', '1302'),
  category('transport', '1303'),
  category('public-security', '1304'),
  category('health', '1306'),
  wholeClass('emergency', '13'),

  category('property', '1401', '1404'),
  wholeClass('housing', '14'),

  category('fire-rescue', '1502', '1503'),
  category('community', '1505', '1506', '1507'),
  wholeClass('emergency', '15'),
];
