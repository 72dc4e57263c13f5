/**
 * The frame of a document: title, date, issuer.
 */
import type { Rule, Words } from '../rule.ts'
import type { Subject } from '../subject.ts'

/** About the whole document, where it has words at all. */
function whole({ text }: Subject, isMissing: boolean, reason: Words) {
  return isMissing && text.trim() !== '' ? [{ at: null, reason }] : []
}

export const FRAME = [
  {
    id: 'document-without-title',
    severity: 'warning',
    title: { zh: '没有标题', en: 'No title' },
    help: { zh: '没有找到文件的标题。', en: 'No title of the document was found.' },
    find: (subject) =>
      whole(subject, subject.plan.document.title === null, { zh: '没有找到文件标题', en: 'no title was found' }),
    examples: {
      whole: true,
      bad: ['一、加强培训。\n二、开展检查。\n云江县人民政府\n2023年1月10日'],
      good: ['云江县2023年工作要点\n一、加强培训。\n二、开展检查。\n云江县人民政府\n2023年1月10日'],
    },
  },
  {
    id: 'document-without-date',
    severity: 'info',
    title: { zh: '没有日期', en: 'No date' },
    help: {
      zh: '没有找到成文日期、印发日期或发布日期。',
      en: 'No date of signature, printing or publication was found.',
    },
    find: (subject) =>
      whole(subject, subject.plan.document.issuedOn === null, {
        zh: '没有找到成文日期',
        en: 'no date of issue was found',
      }),
    examples: {
      whole: true,
      bad: ['云江县2023年工作要点\n一、加强培训。\n二、开展检查。\n云江县人民政府'],
      good: ['云江县2023年工作要点\n一、加强培训。\n二、开展检查。\n云江县人民政府\n2023年1月10日'],
    },
  },
  {
    id: 'document-without-issuer',
    severity: 'info',
    title: { zh: '没有发文机关', en: 'No issuer' },
    help: {
      zh: '没有找到落款或红头里的发文机关。标题里的机关不算。',
      en: 'No issuer was found in the signature or the red head; one in the title does not count.',
    },
    find: (subject) =>
      whole(subject, subject.plan.document.issuer === null, {
        zh: '没有找到发文机关（落款或红头）',
        en: 'no issuer was found, neither a signature nor a red head',
      }),
    examples: {
      whole: true,
      bad: ['云江县2023年工作要点\n（2023年1月10日）\n一、加强培训。\n二、开展检查。'],
      good: ['云江县2023年工作要点\n一、加强培训。\n二、开展检查。\n云江县人民政府\n2023年1月10日'],
    },
  },
] as const satisfies readonly Rule[]
