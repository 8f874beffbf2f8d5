/** Signs that number a flat: 301 室, 2-301, 三零一户. */
const rooms = /(?:\d{1,3}\s*[-－—]\s*)?[\d零〇一二三四五六七八九十]{2,5}\s*(?:号房|室|户|房(?![屋顶产管]))/g;
const blocksAndRooms = /(?<!\d)\d{1,2}(?:\s*[-－—]\s*\d{1,2})?\s*[-－—]\s*\d{3,4}(?!\d)/g;
const longNumbers = /(?:\d[\s-]?){6,17}[\dXx]/g;
const people =
  /(?:[\u4e00-\u9fa5]某[某]?|(?<![\u4e00-\u9fa5])[\u4e00-\u9fa5]{1,3}|[\u4e00-\u9fa5])(?:先生|女士|小姐|阿姨|大爷|大妈|大姐|大哥|叔叔|奶奶|爷爷|婆婆|老人家|师傅|老师|同志)/g;
const englishPeople = /\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z][\w’'-]+/g;

/**
 * A public answer as it may hang in the house: without phone and card numbers, flats and forms of address. What staff
 * write for whoever asked names him at times; the neighbours want to know what came of the matter.
 */
export const forNeighbours = (answer: string): string =>
  answer
    .normalize('NFKC')
    .replace(longNumbers, '…')
    .replace(blocksAndRooms, '住户家')
    .replace(rooms, '住户家')
    .replace(people, '居民')
    .replace(englishPeople, 'a resident');
