/** Texts of any kind: lines as plan documents have them, well formed and not, in any order, and what is no text at all. */
import fc from 'fast-check'
import { noteOf } from '../../src/terms/listing.ts'

const line = fc.oneof(
  fc.constantFrom(
    '一、总体要求',
    '（一）完善机制。建立台账，6月底前完成。',
    '1.开展检查（办公室、各科室）',
    '２、推进公开',
    '1.1.2推进公开',
    '责任单位：办公室；完成时限：年底前',
    '〔责任科室：法规科，时限要求：持续推进',
    '序号',
    '重点任务',
    '牵头单位',
    '完成时限',
    '1',
    '县教育局',
    '5月底前',
    '— 3 —',
    '落实情况：已完成。',
    '| 1 | 建章立制 | 办公室 |',
    '| 序号 | 任务 | 责任单位 |',
    '| --- | --- | --- |',
    '序号\t重点任务\t责任单位\t备注',
    '编制目录\t综合科\t4月',
    '关于印发《计划》的通知',
    '平川县水务局',
    '2024年3月1日',
    '附件1',
    '附件：1.清单',
    '抄送：县委办。',
    '发布时间：2024-01-02',
    '上一篇：没有了',
    '# 计划',
    '- **责任科室：** 综合科',
    '- [x] 一、**完善机制**。〔牵头单位：“甲、乙局”〕',
    '&lt;b&gt;&amp;&#35;\\*\\_',
    '```',
    '> 一、引用',
    '    缩进',
    '（',
    '）',
    '《',
    '|',
    '问题一：落实不到位',
    '整改措施：',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', ' ', '\t', '\u00a0', '\f', '\u2028', '\ufeff', '\ud800'),
)
const lines = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\r', '')), { maxLength: 40, size: 'max' })
  .map((each) => each.flat().join(''))
/** The same under the note of a list that is read as it stands. */
const listed = fc
  .tuple(fc.constantFrom(noteOf('text', 2024, 'zh'), `${noteOf('markdown', null, 'en')}\n\n- [ ] 完善台账`), lines)
  .map(([note, text]) => `云江县工作要点\n\n${note}\n\n${text}`)
/** The signs that the rules look for, one after the other. */
const ALPHABET = [
  ...'一二三（）〔〕()[]【】《》“”、，。；：:.|\t\n 　年月日底前至局委办附件抄送责任单位牵头配合完成时限序号#*-_>`~<&0123456789①⑴㈠Ⅰ—',
]
const signs = fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 200, size: 'max' })

/** Such texts and, where plans are given, plans of which lines were taken away, doubled and put elsewhere. */
export function planLike(
  plans?: fc.Arbitrary<string>,
): fc.Arbitrary<{ text: string; format: 'auto' | 'text' | 'markdown' }> {
  const text = fc.oneof(
    lines,
    listed,
    signs,
    fc.string({ unit: 'binary', maxLength: 300 }),
    ...(plans ? [plans.chain(shuffled)] : []),
  )
  return fc.record({ text, format: fc.constantFrom('auto' as const, 'text' as const, 'markdown' as const) })
}

function shuffled(plan: string): fc.Arbitrary<string> {
  const all = plan.split('\n')
  const place = fc.nat({ max: all.length })
  return fc
    .array(fc.tuple(place, place, fc.constantFrom('cut', 'double', 'move', 'join')), { maxLength: 6 })
    .map((changes) => {
      let made = all
      for (const [at, to, change] of changes) {
        const some = made.slice(at, at + 2)
        const without = [...made.slice(0, at), ...made.slice(at + 2)]
        if (change === 'cut') made = without
        if (change === 'double') made = [...made.slice(0, to), ...some, ...made.slice(to)]
        if (change === 'move') made = [...without.slice(0, to), ...some, ...without.slice(to)]
        if (change === 'join') made = [...made.slice(0, at), some.join(''), ...made.slice(at + 2)]
      }
      return made.join('\n')
    })
}
