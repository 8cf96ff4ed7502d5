import { slips } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { isSyllable } from '../text/typing.ts';
import { toneKey } from '../text/words.ts';
import ordinaryWords from './data/ordinary-words.json' with { type: 'json' };

/** Vietnamese words that say "organisation" or where it works and tell no organisation from another, as they are written. */
const genericVietnamese =
  'tổ chức quỹ bên của hội cái các tại việt nam phi chính phủ văn phòng dự án ở thuộc quốc tế những và với vì cho'.split(
    ' ',
  );
/** The same in other languages. */
const genericForeign =
  'the of and for in et und de des du la le les del e y en vn vietnam org ngo ingo inc ltd tc vpdd foundation international organisation organization ev gmbh stichting fondation fundacion trust fund association society committee project projects network'.split(
    ' ',
  );

/** Words of English names that many names share; they do not point to one. */
const common = new Set(
  (
    'save children child vision world people peoples action aid education health development agency relief services service church catholic ' +
    'east west meets meet nature wide room read good global civic sharing food hungry korea korean norwegian mission alliance medical netherlands ' +
    'swiss american cross red blue dragon voluntary overseas smile operation plan care path project projects literature switzerland germany ' +
    'australia taiwan embassy japan india finland denmark norway sweden ireland canada zealand republic hanoi centre sustainable rural economy bank asian ' +
    'european union delegation agence internationale francaise developpement gender responsive equitable agriculture tourism phases with snrm social ' +
    'forestry song agroforestry afli gtz northwest humanity sans frontieres fauna flora green bridge water hands hand helping light clear open silver golden ' +
    'girls women youth farmers forest mekong asia pacific highland upland partners welfare community clinic school friends hope life heart hearts ' +
    'peace river mountain earth climate animals solidarity humanitarian compassion stepping disability wildlife nations learning support ' +
    'center eye change seeds market farm volunteers voices initiative conservation ministries ministry literacy watch little bright harvest ' +
    'crane orchid lotus national first new young family families home homes village villages sun star rainbow tree land rights future futures ' +
    'mercy charity charities saint christian lutheran adventist islamic jewish german british french dutch danish japanese canadian australian'
  ).split(' '),
);

const ordinary: ReadonlySet<string> = new Set(ordinaryWords.split(' '));

/** Whether a word means something by itself in English, so that it is not another word with a slip: "orbit", "planet". */
export const isOrdinary = (flat: string): boolean => ordinary.has(flat) || common.has(flat);

/** Whether a word tells no organisation from another. */
export const isGeneric = (flat: string): boolean => generic.has(flat);

/** Whether a word is no syllable of Vietnamese and no word that many names share, so that it can point to one partner. */
export const pointing = (w: string): boolean => w.length >= 4 && !common.has(w) && !generic.has(w) && !isSyllable(w);

/** Words of Vietnamese names that many names share. */
const oftenVietnamese = (
  'phát triển trẻ em y tế giáo dục thế giới quốc tế hỗ trợ cứu trợ nhân dân viện trợ liên minh bảo tồn thiên nhiên tình nguyện viên ủy ban trung tâm ' +
  'ngân hàng nông nghiệp nông thôn cộng đồng xã hội sức khỏe phụ nữ thanh niên nhi đồng môi trường bền vững kinh tế hợp tác từ thiện học bổng đào tạo bảo vệ vùng ' +
  'toàn cầu sáng kiến mạng lưới đối tác hiệp hội viện học trường người nghèo khuyết tật châu chữ thập đỏ chăm sóc lao động động vật thực vật nghiên cứu'
).split(' ');
const commonVietnamese = new Set(oftenVietnamese.map(fold));

/** How much a word of a name tells it from other names: 0 for "quỹ", 1 for "malteser". */
export function rarity(flat: string): number {
  if (generic.has(flat)) return 0;
  if (common.has(flat)) return 0.5;
  if (isSyllable(flat)) return commonVietnamese.has(flat) ? 0.35 : 0.6;
  return ordinary.has(flat) ? 0.75 : 1;
}

/** Words around a name that may stand there without making it another name, as they are written. */
const aroundVietnamese = (
  'nước ngoài đại diện tên là còn con hết hạn hiệu lực chưa không bao giờ khi nào đăng ký kí giấy phép thông tin về xem tình trạng ạ à ơi em anh chị ' +
  'nhé hỏi ấy đó này kia được hoạt động liên hệ số có cơ quan ai alo bác bị bộ cần cấp cục cùng đã đang đâu dạy đến đây gì hoặc hồ làm lại loại lúc luôn ' +
  'mấy ngày nhỉ nhỡ nữa rồi sao sau thì trong tra cứu trung ương trước vẫn vậy xin giúp biết bít tôi tui một tỉnh khác ừ dạ trả lời cái kể thế thời'
).split(' ');
const aroundForeign =
  'intl int ngoai ko k a ad ah dn tnhh so office country status registration when does expire is registered hs are do what still valid certificate please tell me about show to at my your us our ntn ns'.split(
    ' ',
  );

const keysOf = (words: readonly string[]) => new Set(words.map(toneKey));
const flatOf = (words: readonly string[]) => new Set(words.map(fold));
const genericFlat = flatOf(genericVietnamese);
const generic = new Set([...genericFlat, ...genericForeign]);
const fillerKeys = keysOf([...genericVietnamese, ...aroundVietnamese]);
const filler = new Set([...generic, ...flatOf(aroundVietnamese), ...aroundForeign]);
const foreignFiller = new Set([...genericForeign, ...aroundForeign]);
/** So long that a slip in them ("Interational") is one all the same. */
const long =
  'international organisation organization foundation association vietnam committee projects society network'.split(
    ' ',
  );

/**
 * Whether a word may stand beside a name without making it another name: "ve" is "về" only where nothing has marks, so "puen tê ve đê" is not
 * "Puen" and words around it.
 */
export function isFiller(w: { readonly flat: string; readonly key: string }, marks: number): boolean {
  if (foreignFiller.has(w.flat) && w.key === w.flat) return true;
  if (marks > 0 ? fillerKeys.has(w.key) : filler.has(w.flat)) return true;
  return w.flat.length > 6 && long.some((x) => slips(w.flat, x, x.length > 8 ? 2 : 1) <= (x.length > 8 ? 2 : 1));
}

const everyday = keysOf([...oftenVietnamese, ...genericVietnamese]);
/** Whether a word, as it is written, is an everyday one of Vietnamese, which nobody writes for how a foreign name sounds. */
export const isEveryday = (key: string): boolean => everyday.has(key);
