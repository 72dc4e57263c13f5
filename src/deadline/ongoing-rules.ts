/** Phrases that say that the work goes on: 持续推进, 长期坚持, 常态化. */
import type { Rule } from './types.ts'

const ONGOING = { kind: 'ongoing' } as const
const VERB =
  '(?:坚持|推进|开展|实施|落实|巩固|保持|抓好?|深化|推动|进行|整改|提升|优化|完善|运行|加强|执行|用力|发力|跟进|做好|监管|监测|管控|维护)'
const MANNER = '(?:持续性?|长期性?|长效|常态化?|常年|全年(?:持续|常态化?|长期)?)'
/** The clause ends here. */
const END = '(?=$|[，。；;,、）)\\n])'

export const ONGOING_RULES: readonly Rule[] = [
  {
    id: 'ongoing-clause',
    heads: ['ongoing', 'wholeYear'],
    pattern: `(?:${MANNER}${VERB}|坚持不懈|常抓不懈|持之以恒|长期)(?:工作)?${END}`,
    read: () => ONGOING,
    // In running text only where it closes a role clause: …负责，长期坚持。
    text: {
      before: /(?:负责|牵头|配合|落实|参与|承办|协办|完成|实施)[，,;；]?并?$/,
      after: /^(?:$|[。；;\n])/,
    },
    examples: {
      长期: 'ongoing',
      长期坚持: 'ongoing',
      持续推进: 'ongoing',
      常态化开展: 'ongoing',
      全年推进: 'ongoing',
      '立行立改，长期坚持': 'ongoing',
    },
    rejects: ['持续推进至12月底', '长期照护中心'],
  },
  {
    id: 'ongoing',
    heads: ['ongoing', 'wholeYear'],
    pattern:
      '(?:持续(?![^，。；、]{0,4}[到至])|长期|长效|常态|常年|贯穿(?:全年|始终)?|始终|坚持|常抓|持之|经常性|日常|不间断|一以贯之|' +
      '全年(?:持续|推进|常态|坚持|长期|贯穿|实施|不间断))',
    read: () => ONGOING,
    weak: true,
    examples: {
      持续: 'ongoing',
      常态化: 'ongoing',
      全年持续: 'ongoing',
      贯穿全年: 'ongoing',
      常年: 'ongoing',
      持续推进各项工作: 'ongoing',
    },
    rejects: ['全年', '持续到12月底', '持续推进至12月底'],
  },
]
