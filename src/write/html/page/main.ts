/** The review page begins: the documents stand in it as JSON. */
import type { PageDocument } from '../model.ts'
import { el } from './dom.ts'
import { Review } from './review.ts'
import { nameFor } from './store.ts'
import { WORDS } from './words.ts'

const data = Array.from(
  document.querySelectorAll('script[type="application/json"]'),
  (block) => block.textContent ?? '',
)
const documents: PageDocument[] = data.map((json) => JSON.parse(json))
const words = WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh']

if (documents.length) new Review(documents, words, `corrections:${nameFor(data.join('\n'))}`).start()
else document.body.append(el('p', { class: 'empty' }, words.noDocument))
