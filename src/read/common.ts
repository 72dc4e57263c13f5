/**
 * How much a text looks like Chinese official prose: the share of its common characters. Bytes read in a wrong
 * encoding give seldom ones.
 */

const SIMPLIFIED =
  '的一是不了人在有和大中国为上会来到时要出以生作地于对成能可下而子得里自年发后方多工行学经高进力同理政市县区省局部门办公室单位责任完推落实强化建设管信息开服务重点导组织机制度项目安全面施月日前底牵头配合各级相关定计划体加法' +
  '社程提质量监督检查培育支持农村业文明科技创新改革产居民镇乡街道委员府领积极做好健主问题治保障环境态水电网络数据平台标准规范教师校医疗卫险财资金投入考核评价宣传活动及间按照情况结统筹协调展深贯彻精神党干群众第二三四五六七八' +
  '九十百千万元本件印章通知意见案号令送达与等其他由所应当需已并将把从向给被让使因此但如果这那个我们你她什么限股事分整每清路处次用报护季口心线期源防急灾优场立交负供造专效运排升布严内基商站旬长养现共综户小城集利编企解收批验窗' +
  '接患隐减求增坚测营率续善总打联控研救园周置少云家住逐格执队均审品东表术备厅名费措青旅抓指首州房请署康至补确系频南预临职老川修比受外演直幼条招复式污两容物示扩警志半础字认更估低故训决然'
const TRADITIONAL =
  '國會來時為對發後經進實強設務點導組織機項縣區門辦單責檢關導級計劃體農業與產鎮鄉員領積極問題環境電網絡數據標準規範師學醫療衛險財資評價傳動間況結統籌協調開展貫徹黨幹眾萬號達應當將從給讓這個們麼總結議團隊長術辨識質監聯繫維護築線續優惠藝遠選舉證書記錄報導廣東灣臺灣總處鐵運輸稅務勞動衝擊災難樓層園習練課題類別'
const PUNCTUATION = '，。、；：“”（）《》〔〕！？—…·　'
const COMMON = new Set(`${SIMPLIFIED}${TRADITIONAL}${PUNCTUATION}`)

/** From about 1 for plain prose to below 0 for rubbish; 0 for nothing. */
export function commonness(text: string): number {
  let good = 0
  let bad = 0
  let ascii = 0
  for (const c of text) {
    const code = c.codePointAt(0) as number
    if (isPrintable(code)) ascii++
    else if (COMMON.has(c)) good++
    else if (isRubbish(code)) bad += 2
  }
  return text.length === 0 ? 0 : (good + ascii * 0.8 - bad) / text.length
}

function isPrintable(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || (code >= 9 && code <= 13)
}

/** What no text holds: controls, private use, half-width kana, what did not decode. */
function isRubbish(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code >= 0xff61 && code <= 0xff9f) ||
    code >= 0xfffd
  )
}
