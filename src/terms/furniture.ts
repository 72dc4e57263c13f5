/**
 * Page furniture: what belongs to the paper or the web page and not to the document. Tested on whole lines.
 */

import { WHITE_SPACE } from '../text/chars.ts'
import { byFirst } from '../text/first.ts'
import { BLANK, PAGE, signsOf } from '../text/signs.ts'

interface FurnitureRow {
  id: string
  /** What such a line begins with, as a character class; of `labels` it is known. */
  opens?: string
  /** Signs that it holds, all of them. */
  needs?: number
  /** Characters it has at most. */
  longest?: number
  /** Or it holds one of these signs somewhere, whatever it begins with. */
  holds?: number
  pattern?: RegExp
  /** The line begins with one of these labels and a colon; blanks within them do not count. */
  labels?: string
  /** These begin it with a blank as well as with a colon. */
  blankAfter?: string
  /** These count only where they are spaced out: 名    称. */
  spaced?: string
  examples: readonly string[]
  rejects?: readonly string[]
}

export const FURNITURE = [
  {
    id: 'page-number',
    opens: '-—–─－_~～·•第',
    longest: 20,
    // A bare number is a cell or a list more often than a page.
    pattern: /^(?:[-—–─－_~～·•]{1,4}\s{0,4}[0-9０-９]{1,4}\s{0,4}[-—–─－_~～·•]{1,4}|第\s?[0-9０-９]{1,4}\s?页)$/,
    examples: ['— 1 —', '- 12 -', '第 3 页', '－2－'],
    rejects: ['一、', '2023年', '12'],
  },
  {
    id: 'page-of',
    opens: `-—–第0-9Pp${WHITE_SPACE}`,
    needs: PAGE,
    longest: 40,
    pattern:
      /^[-—–\s]{0,4}(?:第\s?\d{1,4}\s?页\s?[,，/、]?\s?[（(]?(?:共|总)\s?\d{1,4}\s?页[）)]?|\d{1,4}\s?\/\s?\d{1,4}|[Pp]age\s?\d{1,4}(?:\s?of\s?\d{1,4})?)[-—–\s]{0,4}$/,
    examples: ['第 3 页 共 10 页', '3/10', '第3页，共12页', 'Page 3 of 7'],
  },
  {
    id: 'breadcrumb',
    opens: '您现当目的所位网首',
    holds: PAGE,
    pattern:
      /^(?:您?(?:现在|当前|目前)?(?:所在)?的?(?:所在)?位置[：:\s]|(?:网站)?首页\s?[>＞»›/→｜|-]|当前页面?[：:])|^[>＞»›]{0,3}[^。，>＞»›]{1,21}(?:[>＞»›]+[^。，>＞»›]{1,26}){2,}$/,
    examples: [
      '首页 > 政务公开 > 规划计划',
      '当前位置：首页 > 通知公告',
      '您现在的位置： 首页',
      '您所在的位置：政务公开 > 工作报告',
      '网站首页 > 信息公开 >某县政府办 > 工作推进',
    ],
    rejects: ['推进一网通办、只进一门'],
  },
  {
    id: 'page-data',
    labels:
      '索引号 主题分类 体裁分类 组配分类 发布机构 发文机关 发文机构 发文单位 发布单位 制发机关 公开机构 发布日期 发布时间 发文日期 成文日期 生成日期 公开日期 印发日期 更新时间 信息来源 文章来源 来源 作者 编辑 责任编辑 审核 浏览次数 浏览量 浏览 点击数 点击率 点击量 阅读次数 阅读量 阅读 访问量 访问次数 点击 字体 字号 字体大小 文字大小 背景色 保护视力色 文号 发文字号 文件编号 生效时间 废止时间 失效时间 信息名称 公文名称 有效性 时效性 是否有效 主题词 关键词 公开方式 公开时限 公开形式 公开范围 公开类别 公开发布日期 文件类型 所属单位 内容概述 内容分类 信息分类 信息索引 信息公开类别 所属类目 体裁 机构名称 空间 维护',
    blankAfter:
      '索引号 组配分类 主题分类 发布机构 发布单位 发文机关 发文日期 生成日期 成文日期 发文字号 文号 公开方式 信息分类',
    spaced: '名称 标题',
    examples: [
      '发布时间：2022-02-28 16:42    来源：市交通局',
      '索 引 号：YT013/202302',
      '索 引 号 YT013/202302 发布日期 2023-02-06',
      '标 题 | 某县人民政府办公室关于印发方案的通知 |',
      '信息来源:某县政府办公室',
      '字体：[大 中 小]',
      '浏览次数：12',
      '• 文件类型：其他文件',
      '• 体   裁: 通知',
      '所属类目: 区政府办公室文件',
    ],
    rejects: ['来源地分析', '发布时间表', '公开方式要创新'],
  },
  {
    // Two data on a line, of which the first alone would be an annotation.
    id: 'page-data-pair',
    opens: '公责',
    longest: 80,
    pattern:
      /^(?:公开)?责任(?:部门|科室|处室|单位)\s{0,2}[：:]\s{0,2}\S{1,20}\s{1,10}(?:生成日期|公开日期|发布日期|公开形式|公开目录|公开方式)\s{0,2}[：:]/,
    examples: ['责任部门： 办公室 生成日期： 2023-07-31', '公开责任部门：县政府办 公开形式：主动公开'],
    rejects: ['责任部门：办公室', '责任科室：办公室 完成时限：6月底'],
  },
  {
    // Data of the page without a sign between the label and what it says.
    id: 'glued-data',
    opens: '发公成施实生印时效制',
    longest: 60,
    pattern:
      /^(?:(?:发文|公布|发布|成文|施行|实施|生效|印发)日期\s?\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|时效性(?:现行有效|尚未生效|已被修改|部分失效|有效|已?失效|已?废止)|效力(?:级别|等级)[㐀-鿿]{2,16}|(?:发文|制定)机关[㐀-鿿]{2,40}(?:政府|办公[厅室]|厅|局|委员会|委|部|院)|发文字号[㐀-鿿]{1,16}[〔[［【（(]\d{4}[〕\]］】）)]\d{1,5}号)$/,
    examples: [
      '发文机关云江市人民政府',
      '发文日期2023年08月18日',
      '时效性现行有效',
      '发文字号云政办〔2023〕11号',
      '效力级别地方规范性文件',
    ],
    rejects: ['发文机关要严格把关', '时效性要求高', '发文日期', '施行日期由县政府另行公布'],
  },
  {
    // Whether a document still holds, where a page prints its data without labels.
    id: 'validity',
    opens: '有现失已废',
    longest: 8,
    pattern: /^(?:现行有效|有效|已?失效|已?废止)$/,
    examples: ['有效', '现行有效', '已废止'],
    rejects: ['有效推进', '有效性评价'],
  },
  {
    // The data of a document as collections of laws print them.
    id: 'listed-data',
    opens: '∙·•●【文正',
    longest: 80,
    pattern:
      /^(?:[∙·•●]\s?)?【(?:制定机关|发布部门|发文机关|公布日期|发布日期|施行日期|实施日期|生效日期|字\s{0,4}号|发文字号|文\s{0,4}号|时效性|效力等级|效力级别|主题分类|法规类别|类别|有效性)】|^(?:文章属性|正文)$/,
    examples: ['∙【制定机关】某市人民政府办公厅', '【字 号】某政办〔2020〕1号', '文章属性', '正文'],
    rejects: ['【责任单位】市教育局', '正文部分'],
  },
  {
    id: 'date-and-source',
    opens: '时日发',
    pattern:
      /^(?:(?:时间|日期|发布于|发表时间)[：:]|发布[：:\s])\s?\d{4}[-年./]\d{1,2}[-月./]\d{1,2}.{0,12}(?:来源|作者|浏览|阅读|点击|字体|编辑|信息|微信|分享|打印|$)/,
    examples: [
      '时间：2024-01-12 09:05　　来源：某县教育局　　阅读：',
      '时间：2024-01-12 09:05 微信 微博 QQ空间',
      '日期：2023-05-01',
      '发布 2023-05-01 08:30 阅读 12',
    ],
    rejects: ['时间：2023年5月至10月'],
  },
  {
    // As of when the data of a report are, or it was put up.
    id: 'as-of',
    opens: '数统更最',
    longest: 40,
    pattern:
      /^(?:(?:数据|统计)(?:截[止至])?(?:日期|时间)?|(?:数据|最近|最后)?更新(?:日期|时间)?)\s?[：:]\s{0,4}(?:截[止至])?\d{4}[-/.年]\s?\d{1,2}[-/.月]?\s?(?:\d{1,2}日?)?(?:\s\d{1,2}:\d{2})?$/,
    examples: ['数据截止：2024年6月30日', '统计时间：2024-06-30', '更新：2024/7/5', '最后更新日期：2024.7.5 09:30'],
    rejects: ['截止时间：2024年6月30日', '更新改造：2024年6月底前', '数据更新：每月'],
  },
  {
    // Who filled in a table, and when, above it or below.
    id: 'filled-in',
    opens: '填制编',
    longest: 100,
    pattern:
      /^(?:[制填]表\s?[：:][^。；]{0,90}|(?:填报|填表|制表|编制)(?:(?:单位|部门|人)(?:[（(][^（()）]{1,6}[）)])?\s?[：:][^。；]{0,90}|(?:日期|时间)\s?[：:]\s?\d{4}年[^。；]{0,60}))$/,
    examples: [
      '填报单位：某县安委办    填报日期：2024年5月20日',
      '填报时间：2024年5月20日',
      '制表人：王某',
      '编制单位：云江镇平安办    编制日期：2024年3月18日',
      '制表：信息科    2024年5月8日',
      '填表：督查室    2024年5月8日',
      '填表人：王某　审核人：李某　2023年10月8日',
    ],
    rejects: ['填报时间：每月5日前', '填报单位要严格把关。', '编制单位要加强沟通。'],
  },
  {
    // Who wrote a text and who looked it through, side by side at its foot.
    id: 'looked-through',
    opens: '编制拟起草撰审核校复签',
    longest: 60,
    pattern:
      /^(?:编制|制表|拟稿|起草|撰稿|审核|审批|审定|核稿|校对|复核|签发)人?\s?[：:]\s?[^\s。；：:]{2,16}\s{1,12}(?:(?:制表|审核|审批|审定|核稿|校对|复核|签发|联系|填报)人?|联系电话|电话)\s?[：:]\s?[^\s。；：:]{2,16}$/,
    examples: [
      '编制：办公室　审核：院长办公会',
      '拟稿：王某  核稿：李某',
      '审核人：王某    制表人：李某',
      '审核人：王某　联系电话：0700-8880456',
    ],
    rejects: ['审核：各科室于每月5日前审核。', '起草：政策法规科', '编制：规划科  完成时限：6月底前'],
  },
  {
    // Above what goes on of a table on the next page.
    id: 'continued',
    opens: '（(［[【续接转见上下',
    longest: 20,
    pattern:
      /^[（(［[【]?(?:续上?表|接[上下][表页]|续前[表页]|[转见]下[表页])\s?\d{0,2}(?:[-—.－]\d{1,2})?[)）］\]】]?$|^[（(［[【](?:上接|下转)[^（()）。]{1,12}[)）］\]】]$/,
    examples: ['续表', '（续表）', '续表1-2', '（接上页）', '转下页', '[接上页]', '（上接第一版）', '（下转A04版）'],
    rejects: ['续建项目', '接上级通知', '上接管网', '下转外汇'],
  },
  {
    id: 'rule',
    opens: '-—–─━=_＿﹏~～*＊·.…：:',
    pattern: /^[-—–─━=_＿﹏~～*＊·.…]{3,}$|^[：:]$|^-{3,}(?:\|-{3,}){1,9}\|?$/,
    examples: ['——————', '-----', '━━━━━━', '：', '---|---|---|'],
    rejects: ['——坚持'],
  },
  {
    id: 'menu',
    opens: '今欢设',
    holds: PAGE | BLANK,
    pattern:
      /^(?:今天是|欢迎(?:您|访问|来到|光临|进入|登录)|设为首页)|设为首页|加入收藏|^(?!序\s?号)(?=.*(?:首页|新闻|概况|互动|走进|政务|办事(?!项)|专题|机构))(?:[㐀-鿿A-Z]{2,8}[\s|｜/·>]{1,6}){3,12}[㐀-鿿A-Z]{2,8}$/,
    examples: ['今天是2024年3月1日 星期五', '欢迎来到某县人民政府！', '首页 机构概况 新闻动态 政务公开 互动交流'],
    rejects: [
      '序号 重点任务 责任单位 完成时限',
      '序号 督办事项 责任单位',
      '督办事项 责任单位 办结时限 进展情况',
      '序号 政务公开事项 责任科室 时限',
    ],
  },
  {
    id: 'menu-word',
    opens: '•·网首机新文内政互办数专解公信走登注搜无长适关繁简手提举购E',
    longest: 10,
    pattern:
      /^(?:网站)?首页$|^(?:[•·]\s{0,2})?(?:机构(?:概况|职能|设置|简介)|新闻(?:动态|中心|资讯|详情)|(?:文章|信息|公告|内容)详情|政务(?:公开|服务|动态|要闻)|(?:互动|政民)(?:交流|互动)|办事(?:服务|大厅)|(?:数据|政府数据)开放|专题专栏|解读回应|公众参与|信息公开|走进[㐀-鿿]{1,4}|登录|注册|搜索|提交|举报|购物车|无障碍|长辈版|适老版|关怀版|繁體|繁体|简体|手机版|English)$/,
    examples: ['首页', '机构概况', '新闻动态', '新闻详情', '政务公开', '• 长辈版', '• 提交', '举报'],
    rejects: ['政务公开工作', '提交材料'],
  },
  {
    id: 'date-line',
    opens: '0-9',
    pattern:
      /^\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?[\s|｜]{0,20}(?:来源|作者|浏览|阅读|点击|字体|编辑|信息来源|发布)[：:\s]/,
    examples: [
      '2023-05-01 10:22  来源：某市教育局',
      '2023-05-01 10:22:08来源:某县发布',
      '2023-05-01 10:22 | 来源：某市教育局',
    ],
    rejects: ['2023-05-01前来源核查完毕'],
  },
  {
    // The same behind the name of the site.
    id: 'site-and-date',
    holds: BLANK,
    longest: 100,
    pattern:
      /^[㐀-鿿]{2,24}\s{1,10}\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s{1,4}\d{1,2}:\d{2}(?::\d{2})?\s{0,20}(?:来源|作者|浏览|阅读|点击|字体|编辑)[：:\s]/,
    examples: ['某区人民政府 2019-12-13 16:36 来源: 区水利局'],
    rejects: ['某区水利局 2019-12-13 16:36 巡查来源地'],
  },
  {
    // Who wrote an article and who edited it, by name, at its foot.
    id: 'byline',
    opens: '（(本见实记通责编',
    longest: 40,
    pattern:
      /^[（(]?(?:(?:本报|见习|实习)?记者|通讯员|责编|责任编辑|编审)(?:[\s|｜丨/]{1,4}[㐀-鿿]{1,4}){0,6}\s?[)）]?$/,
    examples: ['记者 李某某', '（记者 李某 通讯员 王某）', '责编', '责编丨肖某', '编审丨姚某 吴某'],
    rejects: ['记者站建设', '责编稿件要三审三校。', '编审教材'],
  },
  {
    id: 'page-tools',
    opens: `【[［（(打关返历编顶Tt收加我纠分下保转文全图P复微Q大中小字语朗${WHITE_SPACE}`,
    pattern:
      /^[【[［（(\s]{0,3}(?:打印本页|打印此页|打印整页|打印内容|打印正文|打印|关闭窗口|关闭本页|关闭|返回顶部|返回首页|返回|历史版本|修订历史|编辑本页|顶部|TOP|top|收藏|加入收藏|我要纠错|纠错|分享到?|分享|下载|保存|转发|文件下载|全真版|文字版|图片版|PDF版|复制链接|微信|微博|QQ空间|大|中|小|字体|语音播报|朗读)[：:】\]］）)\s]{0,3}(?:[【[［（(|丨｜\s]{0,4}(?:打印本页|打印此页|打印整页|打印内容|打印正文|打印|关闭窗口|关闭本页|关闭|返回顶部|返回首页|返回|历史版本|修订历史|编辑本页|顶部|TOP|top|收藏|加入收藏|我要纠错|纠错|分享到?|分享|下载|保存|转发|文件下载|全真版|文字版|图片版|PDF版|复制链接|微信|微博|QQ空间|大|中|小)[：:】\]］）)\s]{0,4}){0,8}$/,
    examples: [
      '打印本页    关闭窗口',
      '【打印本页】 【关闭窗口】',
      '分享到:',
      'TOP 打印 关闭',
      '【打印】',
      '打印整页 打印内容 分享',
      '全真版 文字版 文件下载',
    ],
    rejects: ['打印机采购', '关闭非法网站', '文件下载次数统计'],
  },
  {
    // What is left of a comment in the source of a page.
    id: 'comment-mark',
    opens: '<-',
    longest: 4,
    pattern: /^(?:<!--|-->)$/,
    examples: ['-->', '<!--'],
    rejects: ['--', '——'],
  },
  {
    // What a site says of itself stands in no sentence and in no item: a plan may ask for 支持IPv6, 无障碍浏览.
    id: 'site',
    opens: '主技维邮传网C您联地单建推监违不',
    holds: PAGE,
    pattern:
      /(?:ICP备(?!案[^号编序：:])|公网安备|网站标识码|版权所有)(?!.*[。；]$)|^(?![（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])[^，。；]*(?:网站地图|无障碍浏览|长者助手|支持IPv6|长者模式|适老化版|关怀版)[^，。；]*$|^主办\s{0,2}[：:].{1,30}承办|^(?:技术支持|维护单位|邮编|传真|网址)\s{0,2}[：:].{0,60}$|^Copyright|^您(?:好，)?(?:访问|是第)|^联系电话[：:]\s?[\d-]{7,}|^(?:单位|联系)?地址\s{0,2}[：:][^。；]{2,60}(?:邮编|邮政编码|[Ee]-?mail|电子邮[箱件])\s{0,2}[：:]|^(?:建议|推荐)使用.{0,40}(?:分辨率|浏览器)|^(?:网站)?(?:监督|违法|不良信息)[^。；：:]{0,12}(?:热线|电话|邮箱)[：:]|^[㐀-鿿]{1,12}网\s?[-—–_]{1,3}\s?[㐀-鿿]{2,16}网$/,
    examples: [
      '青ICP备05000001号-1',
      '政府网站标识码：0000250001',
      '无障碍浏览 | 长者助手 | 简 | 繁',
      '主办：某县人民政府    承办：某县大数据中心',
      '本站已支持IPv6网络',
      '查规网--云江法规信息网',
      '地址：云江县人民路1号 邮编：050001 Email：yjx@example.com',
      '建议使用1440*768分辨率 IE9.0及以上版本浏览器',
      '网站监督举报热线：0000-8940100',
    ],
    rejects: [
      '地址：县政务服务大厅二楼',
      '建议使用环保材料',
      '主办单位：县教育局',
      '织密一张网——基层治理专项行动',
      '门户网站要全面支持IPv6，方便群众在不同终端上使用。',
      '（三）建设无障碍浏览和长者模式',
      '2.完成ICP备案清理',
      '督促各网站在首页标明ICP备案编号和网站标识码。',
    ],
  },
  {
    id: 'wiki',
    opens: '[目编最*_',
    pattern: /^(?:\[\[?_?TOC_?\]?\]|目\s{0,4}录$|\[目录\]|编辑$|最后编辑[：:]|[*_]{0,2}最后(?:编辑|更新|修改)[：:])/,
    examples: ['[[_TOC_]]', '目  录', '最后编辑：2023-03-22'],
    rejects: ['目录编制'],
  },
] as const satisfies readonly FurnitureRow[]

/** What stands at the foot of a web page; all that follows it is furniture too. */
export const FOOTER = {
  opens: `【[上下前后相关附延解文政推友热扫分版免网我${WHITE_SPACE}`,
  pattern:
    /^[【[\s]{0,2}(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇|相关链接|相关阅读|相关文章|相关信息|相关新闻|相关文件|相关附件|相关下载|相关解读|(?:相关|关联)(?:稿件|报道|政策|视频|图片|图解|专题|内容|资料|推荐|公告|通知|热点|问答|资讯|法规|案例|服务|文档|网页|页面|动态|主题|栏目|材料|办法|规定|公文)|附件列表|延伸阅读|政策解读|解读链接|文件下载|附件下载|政策咨询|推荐阅读|友情链接|热点推荐|扫一扫|扫码|分享到|版权声明|免责声明|网友评论|我要评论)(?:[】\]：:\s]|在手机|打开|$)/,
  examples: ['上一篇：某县2021年工作总结', '相关链接', '扫一扫在手机打开当前页', '文件下载', '政策咨询'],
  // 相关部门, 相关乡镇 are who does it, be it in a cell on a line of its own.
  rejects: ['政策解读机制', '相关附件齐全', '文件下载次数统计', '相关部门', '相关乡镇', '相关科室'],
}

/** True for the line with which the foot of a page begins. */
export function beginsFoot(line: string): boolean {
  footFor ??= byFirst([FOOTER], ({ opens }) => opens)
  return footFor(line).length > 0 && FOOTER.pattern.test(line)
}

let footFor: ReturnType<typeof byFirst> | undefined

/** A longer line is no furniture. */
const LONGEST = 400

interface Ready {
  id: string
  opens: string
  needs: number
  holds: number
  longest: number
  takes(line: string): boolean
}

let ready: readonly Ready[] | undefined
let rowsFor: (line: string) => readonly Ready[]

/** The id of the furniture a line is, or `null`. `known` are its signs, where they are known. */
export function furnitureOf(line: string, known?: number): string | null {
  if (line.length > LONGEST) return null
  if (ready === undefined) {
    ready = FURNITURE.map(readyRow)
    rowsFor = byFirst(ready, (row) => row.opens)
  }
  const signs = known ?? signsOf(line)
  const opened = rowsFor(line)
  const isOf = (row: Ready) => (opened.includes(row) && (signs & row.needs) === row.needs) || (signs & row.holds) !== 0
  const rows = (signs & (PAGE | BLANK)) === 0 ? opened : ready
  return rows.find((row) => isOf(row) && line.length <= row.longest && row.takes(line))?.id ?? null
}

function readyRow(row: FurnitureRow): Ready {
  const { id, pattern, opens = openingsOf(row), needs = 0, holds = 0, longest = LONGEST } = row
  return { id, opens, needs, holds, longest, takes: pattern ? (line) => pattern.test(line) : labelTaker(row) }
}

/** Signs that may stand before a label. */
const BEFORE_LABEL = '>|｜【[•·'

function openingsOf({ labels = '', blankAfter = '', spaced = '' }: FurnitureRow): string {
  const words = `${labels} ${blankAfter} ${spaced}`.split(' ')
  return BEFORE_LABEL + words.map((word) => word.charAt(0)).join('') + WHITE_SPACE
}

function labelTaker({ labels, blankAfter, spaced }: FurnitureRow): Ready['takes'] {
  const [withColon, withBlank, wide] = [labels, blankAfter, spaced].map((words) => new Set(words?.split(' '))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ]
  return (line) => {
    const opening = line.slice(0, 24).replace(/^[>|｜【[•·\s]{1,4}/, '')
    const colon = opening.search(/[：:]/)
    const bar = /^(?:\S\s{1,4}){1,3}\S\s{1,4}(?=\|)/.exec(opening)?.[0]
    // 标 题 | …: set with blanks, in a table of the page.
    if (bar !== undefined && wide.has(bar.replace(/\s+/g, ''))) return true
    const label = opening.slice(0, Math.max(colon, 0))
    const bare = label.replace(/\s+/g, '')
    if (withColon.has(bare) || (wide.has(bare) && (/\s{2}/.test(label) || /^[：:]\s*[|｜]/.test(opening.slice(colon)))))
      return true
    return opensWithWord(opening, withBlank)
  }
}

/** A word with a blank behind it, be it spaced out itself: 索 引 号 YT013/202302. */
function opensWithWord(opening: string, words: ReadonlySet<string>): boolean {
  const [first = '', ...others] = opening.split(/\s+/).slice(0, -1)
  let word = first
  for (const letter of others) {
    if (words.has(word) || letter.length > 1) break
    word += letter
  }
  return words.has(word)
}
