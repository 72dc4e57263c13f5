/**
 * The review page: one file that opens from disk, with the text of the documents beside their tasks. What the documents
 * say stands in it as JSON alone; the page's own script makes text of it, never markup. Script and style are built from
 * `html/page/` by `scripts/page.mjs`, with the hashes by which they, and nothing else, are let run.
 */
import type { Lang } from '../message.ts'
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './html/assets.generated.ts'
import { pageDocument } from './html/model.ts'
import type { WriteOptions, Writing } from './writer.ts'

export function html({ lang = 'zh' }: WriteOptions): Writing {
  return {
    begin: () => head(lang),
    plan: (plan) => [`<script type="application/json">${inScript(JSON.stringify(pageDocument(plan)))}</script>\n`],
    end: () => `<script>${SCRIPT}</script>\n</body>\n</html>\n`,
  }
}

const WORDS = {
  zh: { tag: 'zh-CN', title: '任务核对', noScript: '这个页面需要启用 JavaScript；它不连接网络。' },
  en: { tag: 'en', title: 'Task review', noScript: 'This page needs JavaScript; it does not use the network.' },
} satisfies Record<Lang, object>

/** Nothing is fetched, embedded or sent; images and fonts there are none. */
const POLICY = [
  "default-src 'none'",
  `script-src '${SCRIPT_HASH}'`,
  `style-src '${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  // The script has no way from text to markup; browsers that know this see to it.
  "require-trusted-types-for 'script'",
].join('; ')

function head(lang: Lang): string {
  const { tag, title, noScript } = WORDS[lang]
  return `<!doctype html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="planparse">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<noscript>${noScript}</noscript>
`
}

/** JSON that ends no script, opens no comment, and is one line to every reader. */
function inScript(json: string): string {
  return json.replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
