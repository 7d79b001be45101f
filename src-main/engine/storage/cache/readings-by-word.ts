/** A character that is read otherwise at the beginning of a name. */
interface ReadingByWord {
  /** A character of that reading, right behind which it is sorted; null: as everywhere. */
  readonly as: string | null
  /** Its place in the words. */
  readonly at: number
  readonly words: readonly string[]
}

/**
 * Places and common words whose reading the order of single characters misses: 重庆 Chóngqìng, 乐清 Yuèqīng, 涡阳 Guōyáng.
 * The first that fits counts. Our own list.
 */
export const READINGS_BY_WORD: readonly ReadingByWord[] = [
  { as: null, at: 0, words: ['长子', '长老', '长者', '长辈', '长官', '长大', '长成'] },
  { as: '常', at: 0, words: ['长'] },
  { as: '崇', at: 0, words: ['重庆', '重阳', '重新', '重生', '重组', '重构', '重启', '重复', '重叠'] },
  { as: '夏', at: 0, words: ['厦'] },
  { as: '月', at: 0, words: ['乐清', '乐器', '乐团', '乐谱'] },
  { as: '路', at: 0, words: ['六安', '六合'] },
  { as: '善', at: 0, words: ['单县', '单城'] },
  { as: '快', at: 0, words: ['会计', '会稽'] },
  { as: '潘', at: 0, words: ['番禺'] },
  { as: '玉', at: 0, words: ['尉犁', '蔚县'] },
  { as: '婀', at: 0, words: ['阿胶'] },
  { as: '婀', at: 1, words: ['东阿'] },
  { as: '盐', at: 0, words: ['铅山'] },
  { as: '新', at: 0, words: ['莘庄'] },
  { as: '君', at: 0, words: ['筠连'] },
  { as: '前', at: 0, words: ['犍为'] },
  { as: '增', at: 0, words: ['曾'] },
  { as: '条', at: 0, words: ['调味', '调料', '调和', '调色'] },
  { as: '训', at: 0, words: ['浚县'] },
  { as: '郭', at: 0, words: ['涡阳'] },
  { as: '同', at: 1, words: ['洪洞'] },
  { as: '绍', at: 0, words: ['召陵'] },
  { as: '泵', at: 0, words: ['蚌埠'] },
  { as: '必', at: 0, words: ['泌阳'] },
  { as: '营', at: 0, words: ['荥经'] },
  { as: '葬', at: 0, words: ['藏医', '藏药', '藏文', '藏族'] },
  { as: '谢', at: 0, words: ['解州'] },
]
