/** Signs that number a flat: 301 室, 2-301, 三零一户. */
const rooms = /(?:\d{1,3}\s*[-－—]\s*)?[\d零〇一二三四五六七八九十]{2,5}\s*(?:号房|室|户|房(?![屋顶产管]))/g;
const blocksAndRooms = /(?<!\d)\d{1,2}(?:\s*[-－—]\s*\d{1,2})?\s*[-－—]\s*\d{3,4}(?!\d)/g;
/** Phones, cards, papers; not dates and not sums of money. */
const longNumbers = /(?<!\d)(?!\d{4}-\d{1,2}-\d{1,2}(?!\d))(?:\d[\s-]?){6,17}[\dXx](?!\d)(?!\s*[元万])/g;
const wide = /[０-９]/g;
const surnames =
  '王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧';
const titles = '先生|女士|小姐|阿姨|大爷|大妈|大姐|大哥|叔叔|奶奶|爷爷|婆婆|老人|师傅|老师|同志';
/** A surname with what one is called: 王师傅, 刘桂芳奶奶, 张某. */
const people = new RegExp(`[${surnames}](?:[\\u4e00-\\u9fa5]{0,2}(?:${titles})|某某?)`, 'g');
const englishPeople = /\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z][\w’'-]+/g;

/**
 * A public answer as it may hang in the house: without phone and card numbers, flats and forms of address. What staff
 * write for whoever asked names him at times; the neighbours want to know what came of the matter.
 */
export const forNeighbours = (answer: string): string =>
  answer
    .replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(longNumbers, '…')
    .replace(blocksAndRooms, '住户家')
    .replace(rooms, '住户家')
    .replace(people, '居民')
    .replace(englishPeople, 'a resident');
