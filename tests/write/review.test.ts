/** The review page as its reader uses it. Skipped where there is no Chromium, unless PLANPARSE_REQUIRE names it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inProcess, scratch } from '../cli/hosts.ts'
import { needs } from '../needs.ts'
import { type OpenPage, open, startBrowser } from '../page.ts'

const NOTICE = `云江县2026年重点工作分工方案
为推动工作落实，制定本方案。
一、夯实基础〔责任单位：办公室；完成时限：视情况而定〕
（一）完善台账管理制度。逐项核对，及时更新。
（二）加强业务培训，提高工作水平。〔牵头单位：人事科；责任单位：办公室、法规科；完成时限：6月底前〕
（三）修订工作规程。〔责任单位：法规科；完成时限：春节前〕
二、加强监督
（一）开展专项检查。〔牵头单位：督查室；配合单位：人事科；完成时限：2026年9月底前〕
（二）及时通报结果。〔责任单位：督查室；完成时限：每季度〕
（三）做好日常巡查。〔责任单位：信息科；完成时限：持续推进〕
云江县人民政府办公室
2026年3月1日
`
const TABLE = `松原区2026年任务分解表
序号	工作任务	牵头单位	完成时限	进展情况
1	建成政务数据平台。	区数据局	6月底前	已完成初稿
2	整合移动端应用。	区数据局	2026年10月底前	
`

describe.skipIf(!needs('chromium'))('the review page', () => {
  let browser: Browser
  let folder: ReturnType<typeof scratch>
  let opened: OpenPage[] = []
  beforeAll(async () => {
    browser = await startBrowser()
    folder = scratch({ 'a.txt': NOTICE, 'b.txt': TABLE })
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    folder.drop()
  })
  afterEach(async () => {
    const faults = opened.flatMap((one) => one.faults)
    await Promise.all(opened.map(({ page }) => page.context().close()))
    opened = []
    expect(faults, 'no error, no violation of the policy, no request').toEqual([])
  })

  /** Has the page written of files, and opens it. The reader's day is set: nothing here depends on the real one. */
  async function review(names: string[], argv: string[] = [], options: BrowserContextOptions = {}): Promise<OpenPage> {
    const run = await inProcess({ argv: ['-q', '-o', 'out.html', ...argv, ...names], cwd: folder.path })
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' })
    const made = await open(browser, join(folder.path, 'out.html'), options)
    opened.push(made)
    await made.page.evaluate("document.querySelector('.overview').open = true")
    await onDay(made.page, '2026-06-10')
    await made.page.click('h1')
    return made
  }

  const onDay = (page: Page, day: string) => page.fill('input[type=date]', day)
  const rows = (page: Page) => page.locator('.tasks tbody tr')
  const ids = (page: Page) => page.locator('.tasks tbody .id').allTextContents()
  const rowOf = (page: Page, id: string) => rows(page).filter({ has: page.locator(`.id:text-is("${id}")`) })
  const chosen = (page: Page) => page.locator('.tasks [aria-selected=true] .id').allTextContents()
  const lit = async (page: Page) => (await page.locator('.source-text .lit').allTextContents()).join('')
  const stats = (page: Page) => page.locator('.stat dd').allTextContents()

  test('shows the documents, their tasks and how many of what there are', async () => {
    const { page } = await review(['a.txt'])
    expect(await page.locator('h1').textContent()).toBe('云江县2026年重点工作分工方案')
    expect(await page.locator('.about').textContent()).toBe('云江县人民政府办公室　2026-03-01')
    expect(await page.locator('.line').allTextContents()).toEqual(NOTICE.split('\n'))
    // 6 tasks of 5 units, 2 with a date, 2 doubts, nothing corrected.
    expect(await stats(page)).toEqual(['6', '5', '2', '2', '0'])
    expect(await page.locator('.count').textContent()).toBe('共 7 行')
    const row = rowOf(page, '1.2')
    expect(await row.locator('.who').allTextContents()).toEqual(['牵头 人事科', '责任 办公室、法规科'])
    expect(await row.locator('.c-due p').allTextContents()).toEqual(['2026-06-30', '剩 20 天', '6月底前'])
  })

  test('doubtful places come first, those of no task too, with their message', async () => {
    const { page } = await review(['a.txt'])
    expect(await rows(page).nth(0).textContent()).toMatch(/第 3 行时限“视情况而定”/)
    expect(await rows(page).nth(1).textContent()).toMatch(/1\.3.*时限“春节前”/)
    await page.uncheck('text=存疑在前')
    expect(await ids(page)).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'])
    await page.check('text=只看存疑')
    expect(await rows(page).count()).toBe(2)
  })

  describe('row and words', () => {
    test('a row lights its words and brings them into view', async () => {
      const { page } = await review(['a.txt'], [], { viewport: { width: 1000, height: 400 } })
      await rowOf(page, '2.3').click()
      expect(await lit(page)).toBe('（三）做好日常巡查。〔责任单位：信息科；完成时限：持续推进〕')
      expect(await isVisible(page, '.source-text', '.source-text .lit')).toBe(true)
      await rows(page).nth(0).click()
      expect(await lit(page)).toBe('视情况而定')
    })

    test('a word lights its row and brings it into view', async () => {
      const { page } = await review(['a.txt'], [], { viewport: { width: 1000, height: 400 } })
      await page.click('.source-text >> text=信息科')
      expect(await chosen(page)).toEqual(['2.3'])
      expect(await isVisible(page, '.work', '[aria-selected=true]')).toBe(true)
      expect(await lit(page)).toContain('做好日常巡查')
    })

    test('a heading leads to the first task below it; what is no task leads nowhere', async () => {
      const { page } = await review(['a.txt'])
      await page.click('.source-text >> text=加强监督')
      expect(await chosen(page)).toEqual(['2.1'])
      await page.click('.source-text >> text=为推动工作落实')
      expect(await chosen(page)).toEqual(['2.1'])
    })

    test('a word whose row is filtered out clears the filters, and says so', async () => {
      const { page } = await review(['a.txt'])
      await page.selectOption('[aria-label=单位]', '督查室')
      await page.click('.source-text >> text=信息科')
      expect(await chosen(page)).toEqual(['2.3'])
      expect(await page.locator('.notice').textContent()).toMatch(/已清除筛选/)
    })
  })

  describe('filters', () => {
    test('by unit, role, deadline and section', async () => {
      const { page } = await review(['a.txt'])
      for (const [label, option, expected] of [
        ['单位', '人事科', ['1.2', '2.1']],
        ['单位', '没有单位', []],
        ['角色', '牵头单位', ['1.2', '2.1']],
        ['时限', '有日期', ['1.2', '2.1']],
        ['时限', '30 天内到期', ['1.2']],
        ['时限', '30 天后到期', ['2.1']],
        ['时限', '已到期', []],
        ['时限', '定期', ['2.2']],
        ['时限', '长期', ['2.3']],
        ['时限', '未能换算', ['1.3', '1.1']],
        ['时限', '没有时限', []],
        ['章节', '二、加强监督', ['2.1', '2.2', '2.3']],
      ] as const) {
        await page.selectOption(`[aria-label=${label}]`, { label: option })
        expect(await ids(page), option).toEqual(expected)
        await page.click('text=清除筛选')
        expect(await ids(page)).toHaveLength(6)
      }
    })

    test('a unit in a role', async () => {
      const { page } = await review(['a.txt'])
      await page.selectOption('[aria-label=单位]', '人事科')
      await page.selectOption('[aria-label=角色]', { label: '配合单位' })
      expect(await ids(page)).toEqual(['2.1'])
    })

    test("the reader's day decides what is past", async () => {
      const { page } = await review(['a.txt'])
      await onDay(page, '2026-07-02')
      await page.selectOption('[aria-label=时限]', { label: '已到期' })
      expect(await ids(page)).toEqual(['1.2'])
      expect(await page.locator('.distance').textContent()).toBe('已过 2 天')
      await onDay(page, '')
      expect(await ids(page)).toEqual([])
    })

    test('a search finds words in any width, several together, in every field', async () => {
      const { page } = await review(['a.txt', 'b.txt'])
      for (const [query, expected] of [
        ['台账', ['1.1']],
        ['２０２６-０９', ['2.1']],
        ['督查室 通报', ['2.2']],
        ['已完成初稿', ['1']],
        ['没有这样的词', []],
      ] as const) {
        await page.fill('input[type=search]', query)
        expect(await ids(page)).toEqual(expected)
      }
      expect(await page.locator('.tasks .empty').textContent()).toBe('没有符合条件的任务。')
    })

    test('what is searched for is marked, in the text as well', async () => {
      const { page } = await review(['a.txt'])
      await page.fill('input[type=search]', '台账')
      expect(await page.evaluate('[...CSS.highlights.get("found")].map(String)')).toEqual(['台账', '台账'])
    })

    test('the timeline and the bars of units are filters', async () => {
      const { page } = await review(['a.txt'])
      const bars = page.locator('.timeline [data-date]')
      expect(await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label')))).toEqual([
        '2026-06-30：1 项',
        '2026-09-30：1 项',
      ])
      await bars.nth(1).click()
      expect(await ids(page)).toEqual(['2.1'])
      expect(await bars.nth(1).getAttribute('aria-pressed')).toBe('true')
      await bars.nth(1).press('Enter')
      expect(await ids(page)).toHaveLength(6)
      const units = page.locator('.unit-bars button')
      expect(await units.allTextContents()).toEqual(['办公室2', '人事科2', '法规科2', '督查室2', '信息科1'])
      await units.nth(3).click()
      expect(await ids(page)).toEqual(['2.1', '2.2'])
    })

    test('columns sort, and say how', async () => {
      const { page } = await review(['a.txt'])
      await page.uncheck('text=存疑在前')
      await page.click('th >> text=完成时限')
      expect((await ids(page)).slice(0, 2)).toEqual(['1.2', '2.1'])
      await page.click('th >> text=完成时限')
      expect((await ids(page)).slice(0, 2)).toEqual(['2.1', '1.2'])
      expect(await page.locator('th.c-due').getAttribute('aria-sort')).toBe('descending')
      expect(await page.locator('th.c-order').getAttribute('aria-sort')).toBe('none')
    })
  })

  async function saved(page: Page) {
    const download = page.waitForEvent('download')
    await page.click('text=保存更正')
    const file = await download
    expect(file.suggestedFilename()).toBe('planparse-corrections.json')
    return JSON.parse(readFileSync(await file.path(), 'utf8'))
  }

  async function edit(page: Page, id: string) {
    await rowOf(page, id).click()
    await page.keyboard.press('Enter')
  }

  const field = (page: Page, label: string) => page.locator('.editor').getByLabel(label, { exact: true })

  describe('corrections', () => {
    test('everything that can be corrected, and the file that it is saved in', async () => {
      const { page } = await review(['a.txt'])
      await edit(page, '1.2')
      await field(page, '标题').fill('业务培训')
      await field(page, '任务内容').fill('加强业务培训。')
      await field(page, '单位名称').nth(0).fill('组织科')
      await page.locator('.editor').getByRole('combobox', { name: '角色' }).nth(1).selectOption('support')
      await page.locator('.editor .item').nth(2).getByRole('button', { name: '移除' }).click()
      await page.click('text=添加单位')
      await page.keyboard.type('财务科')
      await page.click('text=添加时限')
      await page.keyboard.type('每年12月底前')
      await field(page, '进展情况').fill('已启动')
      await field(page, '更正说明').fill('与原件核对')
      await page.click('text=确定')
      expect(await rowOf(page, '1.2').locator('.who').allTextContents()).toEqual([
        '牵头 组织科',
        '责任 财务科',
        '配合 办公室',
      ])
      expect(await rowOf(page, '1.2').locator('.c-due p').allTextContents()).toEqual([
        '2026-06-30',
        '剩 20 天',
        '6月底前',
        '每年12月底前',
        '合并时换算',
      ])
      expect(await stats(page)).toEqual(['6', '7', '2', '2', '1'])
      await edit(page, '2.3')
      await page.check('text=这不是任务，删去')
      await page.keyboard.press('Control+Enter')
      expect(await stats(page)).toEqual(['5', '6', '2', '2', '2'])
      expect(await saved(page)).toEqual({
        type: 'planparse-corrections',
        version: 1,
        documents: [
          {
            file: 'a.txt',
            title: '云江县2026年重点工作分工方案',
            tasks: [
              {
                id: '1.2',
                text: '加强业务培训，提高工作水平。',
                changes: {
                  title: '业务培训',
                  text: '加强业务培训。',
                  status: '已启动',
                  units: [
                    { name: '组织科', role: 'lead' },
                    { name: '办公室', role: 'support' },
                    { name: '财务科', role: 'responsible' },
                  ],
                  deadlines: ['6月底前', '每年12月底前'],
                },
                note: '与原件核对',
              },
              { id: '2.3', text: '做好日常巡查。', changes: { remove: true } },
            ],
          },
        ],
      })
    })

    test('what is emptied is null, or none', async () => {
      const { page } = await review(['b.txt'])
      await edit(page, '1')
      await field(page, '进展情况').fill('')
      for (const _ of [0, 1]) await page.locator('.editor .item').first().getByRole('button').click()
      await page.click('text=确定')
      const { documents } = await saved(page)
      expect(documents[0].tasks[0].changes).toEqual({ status: null, units: [], deadlines: [] })
    })

    test('an editor that changes nothing corrects nothing', async () => {
      const { page } = await review(['a.txt'])
      await edit(page, '1.1')
      await page.click('text=确定')
      expect(await page.getByRole('button', { name: '保存更正' }).isDisabled()).toBe(true)
      await edit(page, '1.1')
      await field(page, '任务内容').fill('别的')
      await page.keyboard.press('Escape')
      expect(await stats(page)).toEqual(['6', '5', '2', '2', '0'])
      expect(await page.locator('.editor').count()).toBe(0)
    })

    test('another row is edited without losing the first; a correction can be taken back', async () => {
      const { page } = await review(['a.txt'])
      await edit(page, '1.1')
      await field(page, '进展情况').fill('完成')
      await rowOf(page, '1.2').dblclick()
      expect(await page.locator('.editor').count()).toBe(1)
      expect(await rowOf(page, '1.1').locator('.c-status').textContent()).toBe('完成')
      await page.check('text=只看更正')
      expect(await ids(page)).toEqual(['1.1'])
      await edit(page, '1.1')
      await page.click('text=恢复原样')
      expect(await stats(page)).toEqual(['6', '5', '2', '2', '0'])
    })

    test('are there again on the next visit', async () => {
      const { page, again } = await review(['a.txt'])
      await edit(page, '2.1')
      await field(page, '进展情况').fill('检查了三个乡镇')
      await page.click('text=确定')
      await again()
      expect(await page.locator('.notice').textContent()).toBe('已恢复上次的 1 处更正。')
      expect(await rowOf(page, '2.1').locator('.c-status').textContent()).toBe('检查了三个乡镇')
    })

    test('a browser that keeps nothing is no fault', async () => {
      const made = await review(['a.txt'])
      await made.page.addInitScript(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })",
      )
      await made.again()
      await edit(made.page, '2.1')
      await field(made.page, '进展情况').fill('办结')
      await made.page.click('text=确定')
      expect((await saved(made.page)).documents[0].tasks[0].changes).toEqual({ status: '办结' })
      await made.page.click('[aria-label=深色或浅色]')
    })

    test('a saved file is loaded again; another file is refused', async () => {
      const { page } = await review(['a.txt', 'b.txt'])
      const load = (content: unknown) =>
        page.setInputFiles('input[type=file]', {
          name: 'c.json',
          mimeType: 'application/json',
          buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
        })
      const notice = page.locator('.notice')
      const file = {
        type: 'planparse-corrections',
        version: 1,
        documents: [
          {
            file: 'b.txt',
            title: '松原区2026年任务分解表',
            tasks: [
              { id: '2', text: '整合移动端应用。', changes: { status: '进行中', id: '9' }, note: '电话核实' },
              { id: '2', text: '别的任务。', changes: { status: '进行中' } },
            ],
          },
        ],
      }
      await load(file)
      await expect.poll(() => notice.textContent()).toBe('已载入 1 处更正；另有 1 处在本页找不到对应任务。')
      expect(await rowOf(page, '2').locator('.c-status').textContent()).toBe('进行中')
      expect((await saved(page)).documents[0].tasks).toEqual([
        { id: '2', text: '整合移动端应用。', changes: { status: '进行中' }, note: '电话核实' },
      ])
      for (const wrong of [
        '',
        '{',
        [],
        { ...file, version: 2 },
        { ...file, documents: [{ tasks: [{ changes: 1 }] }] },
      ]) {
        await load(file)
        await expect.poll(() => notice.textContent()).toMatch(/^已载入/)
        await load(wrong)
        await expect.poll(() => notice.textContent()).toBe('这不是更正文件。')
      }
    })
  })

  test('the keyboard does it all', async () => {
    const { page } = await review(['a.txt'])
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
      return chosen(page)
    }
    expect(await press('j')).toEqual([])
    expect(await press('j')).toEqual(['1.3'])
    expect(await press('ArrowDown', 'j')).toEqual(['1.2'])
    expect(await press('k')).toEqual(['1.1'])
    expect(await press('End')).toEqual(['2.3'])
    expect(await press('j')).toEqual(['2.3'])
    expect(await press('d', 'd')).toEqual(['1.3'])
    await press('/')
    await page.keyboard.type('jk督查')
    expect(await page.inputValue('input[type=search]')).toBe('jk督查')
    await press('Escape', 'Escape')
    expect(await page.inputValue('input[type=search]')).toBe('')
    expect(await press('Home', 'j')).toEqual(['1.3'])
    await press('Enter')
    await page.keyboard.type('新标题')
    await press('Enter')
    expect(await rowOf(page, '1.3').locator('strong').textContent()).toBe('（三）新标题')
    expect(await page.evaluate('document.activeElement.getAttribute("aria-selected")')).toBe('true')
    const download = page.waitForEvent('download')
    await press('s')
    await download
    await press('?')
    expect(await page.locator('dialog').isVisible()).toBe(true)
    await press('Escape')
    expect(await page.locator('dialog').isVisible()).toBe(false)
    const isOpen = () => page.locator('.overview').getAttribute('open')
    expect(await isOpen()).toBe('')
    await press('o')
    expect(await isOpen()).toBeNull()
  })

  test('the tabulator reaches the chosen row, once, and focus can be seen', async () => {
    const { page } = await review(['a.txt'])
    expect(await page.locator('.tasks tbody [tabindex="0"]').count()).toBe(1)
    await page.locator('th.c-due button').focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.matches("tr[aria-selected=true]")')).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
  })

  test('the columns are resized by mouse and keyboard, and stay so', async () => {
    const { page, again } = await review(['a.txt'])
    const bar = page.getByRole('separator')
    const width = () => bar.getAttribute('aria-valuenow')
    // The page follows in its own time on a busy machine.
    const BUSY = { timeout: 30_000 }
    await bar.press('ArrowRight')
    await expect.poll(width, BUSY).toBe('44')
    const box = await bar.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 4, 400)
    await page.mouse.down()
    await page.mouse.move(720, 400)
    await page.mouse.up()
    await expect.poll(width, BUSY).toBe('50')
    await again()
    await expect.poll(width, BUSY).toBe('50')
  })

  describe('several documents', () => {
    test('are listed, looked at together and one by one', async () => {
      const { page } = await review(['a.txt', 'b.txt'])
      expect(await page.locator('.documents .name').allTextContents()).toEqual([
        '全部文件',
        '云江县2026年重点工作分工方案',
        '松原区2026年任务分解表',
      ])
      expect(await stats(page)).toEqual(['8', '6', '4', '2', '0'])
      await rowOf(page, '2').click()
      expect(await page.locator('.source-name').textContent()).toBe('b.txt')
      expect((await lit(page)).replace(/\s/g, '')).toBe('2整合移动端应用。区数据局2026年10月底前')
      await page.click('.documents >> text=云江县')
      expect(await stats(page)).toEqual(['6', '5', '2', '2', '0'])
      expect(await page.locator('h1').textContent()).toBe('云江县2026年重点工作分工方案')
      expect(await page.locator('.source-name').textContent()).toBe('a.txt')
      expect(await chosen(page)).toEqual([])
      expect(await ids(page)).not.toContain('1')
    })

    test('corrections say of which document they are', async () => {
      const { page } = await review(['a.txt', 'b.txt'])
      for (const id of ['1', '2.1']) {
        await edit(page, id)
        await field(page, '进展情况').fill('完成')
        await page.click('text=确定')
      }
      const { documents } = await saved(page)
      expect(
        documents.map(({ file, tasks }: { file: string; tasks: { id: string }[] }) => [file, tasks[0]?.id]),
      ).toEqual([
        ['a.txt', '2.1'],
        ['b.txt', '1'],
      ])
    })
  })

  describe('looks', () => {
    test.each(['light', 'dark'] as const)('%s as the system has it, and the other on demand', async (colorScheme) => {
      const { page, again } = await review(['a.txt'], [], { colorScheme })
      const other = colorScheme === 'dark' ? 'light' : 'dark'
      const theme = () => page.evaluate('getComputedStyle(document.body).colorScheme')
      expect(await theme()).toBe(colorScheme)
      expect(await poorContrasts(page)).toEqual([])
      await page.click('[aria-label=深色或浅色]')
      expect(await theme()).toBe(other)
      await again()
      expect(await theme()).toBe(other)
    })

    test('English, but for what the documents say', async () => {
      const { page } = await review(['a.txt'], ['--lang', 'en'])
      expect(await page.locator('.stat dt').allTextContents()).toEqual([
        'tasks',
        'units',
        'dated',
        'doubtful',
        'corrected',
      ])
      await page.click('[aria-label="Keys and help"]')
      const own = ['.tools', '.stats', '.legend', '.overview h2', '.filters .check', '.tasks thead', 'dialog']
      for (const part of own) {
        for (const words of await page.locator(part).allTextContents()) {
          expect(words.replace('6月底前', '')).not.toMatch(/\p{Script=Han}/u)
        }
      }
    })

    test('on paper there is the table alone, its heading on every page, black on white', async () => {
      const { page } = await review(['a.txt'], [], { colorScheme: 'dark' })
      await page.emulateMedia({ media: 'print' })
      for (const part of ['.source', '.filters', '.overview', '.tools', 'th.c-edit']) {
        expect(await page.locator(part).isVisible()).toBe(false)
      }
      const display = (part: string) => page.evaluate(`getComputedStyle(document.querySelector('${part}')).display`)
      expect(await display('.tasks thead')).toBe('table-header-group')
      expect(await display('.tasks tbody tr')).toBe('table-row')
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(28, 36, 48)')
      const right = (part: string) => page.evaluate(`document.querySelector('${part}').getBoundingClientRect().right`)
      expect(await right('.tasks th.c-due')).toBe(await right('.tasks'))
    })

    test('narrow windows hold it as well', async () => {
      const { page } = await review(['a.txt', 'b.txt'], [], { viewport: { width: 420, height: 800 } })
      await rowOf(page, '2.1').click()
      expect(await lit(page)).toContain('开展专项检查')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(420)
    })
  })

  test('what would be hidden or reorder the text is shown', async () => {
    const words = '甲\u202e乙\u0007丙\u200f丁'
    add(folder.path, { 'c\u202etxt.txt': NOTICE.replace('完善台账管理制度', words).replace('督查室', `督${words}室`) })
    const { page } = await review(['c\u202etxt.txt'])
    const raw = /[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u200e\u200f]/
    expect(await page.evaluate('document.body.innerText')).not.toMatch(raw)
    expect(await page.locator('.source-name').textContent()).toBe('c\\u202etxt.txt')
    await edit(page, '1.1')
    expect(await field(page, '任务内容').inputValue()).not.toMatch(raw)
    await field(page, '更正说明').fill('看过')
    await page.click('text=确定')
    const { documents } = await saved(page)
    // The file is for a program, which has to find the task again.
    expect(documents[0].file).toBe('c\u202etxt.txt')
    expect(documents[0].tasks[0]).toMatchObject({ changes: {}, note: '看过' })
    expect(documents[0].tasks[0].text).toContain(words.replace('\u200f', ''))
  })

  test('markup in a document is text, and nothing runs', async () => {
    const payload = `<img src=x onerror="pwned=1"><script>pwned=1</script>"'`
    add(folder.path, {
      'd.txt': NOTICE.replace('完善台账管理制度', payload)
        .replaceAll('督查室', `${payload}科`)
        .replace('春节前', payload)
        .replace('云江县2026', `${payload}2026`),
    })
    const { page } = await review(['d.txt', 'a.txt'], ['--from', 'text'])
    await page.locator('.documents button').nth(1).click()
    for (let row = 0; row < (await rows(page).count()); row++) {
      await rows(page).nth(row).click()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
    }
    await page.fill('input[type=search]', '<script>')
    expect(await page.locator('.source-text').textContent()).toContain(payload)
    expect(await page.evaluate('typeof pwned')).toBe('undefined')
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(3)
  })

  test('the policy holds: nothing else runs or is fetched', async () => {
    const made = await review(['a.txt'])
    await made.page.evaluate(`
      const script = document.createElement('script')
      script.append('window.pwned = 1')
      const image = document.createElement('img')
      image.src = 'https://example.invalid/x.png'
      document.body.append(script, image)`)
    const markup = made.page.evaluate('document.body.innerHTML = "<b>x</b>"')
    await expect(markup).rejects.toThrow(/TrustedHTML/)
    expect(await made.page.evaluate('typeof pwned')).toBe('undefined')
    await expect.poll(() => made.faults.length).toBeGreaterThanOrEqual(3)
    for (const fault of made.faults.splice(0)) expect(fault).toMatch(/Content Security Policy|Trusted|example\.invalid/)
  })

  test('a plan without its text still shows its tasks', async () => {
    const { writePlan, parsePlan } = await import('../../src/index.ts')
    add(folder.path, { 'bare.html': await writePlan(parsePlan(NOTICE), 'html') })
    const made = await open(browser, join(folder.path, 'bare.html'))
    opened.push(made)
    await rowOf(made.page, '1.2').click()
    expect(await chosen(made.page)).toEqual(['1.2'])
    expect(await made.page.locator('.source-text').textContent()).toMatch(/没有原文/)
  })

  test('400 tasks', async () => {
    add(folder.path, { 'many.txt': manyTasks(400) })
    const { page } = await review(['many.txt'])
    expect(await stats(page)).toEqual(['400', '40', '400', '0', '0'])
    await page.keyboard.press('End')
    expect(await chosen(page)).toEqual(['20.20'])
    expect(await isVisible(page, '.work', '[aria-selected=true]')).toBe(true)
    expect(await isVisible(page, '.source-text', '.source-text .lit')).toBe(true)
    await page.fill('input[type=search]', '第399项')
    expect(await ids(page)).toEqual(['20.19'])
    await page.fill('input[type=search]', '')
    await page.click('th >> text=责任单位')
    await page.selectOption('[aria-label=单位]', '第7局')
    expect(await rows(page).count()).toBe(10)
    await page.click('text=清除筛选')
    for (let i = 0; i < 50; i++) await page.keyboard.press('j')
    await edit(page, '20.20')
    await field(page, '进展情况').fill('完成')
    await page.click('text=确定')
    expect((await saved(page)).documents[0].tasks[0].id).toBe('20.20')
  })
})

/** Whether something can be seen in the box that scrolls it. */
function isVisible(page: Page, box: string, part: string): Promise<unknown> {
  return page.evaluate(`(() => {
    const around = document.querySelector('${box}').getBoundingClientRect()
    const { top, bottom } = document.querySelector('${part}').getBoundingClientRect()
    return top >= around.top - 1 && bottom <= around.bottom + 1
  })()`)
}

/** Texts that can hardly be told from their ground (WCAG: 4.5), with their ratio. */
function poorContrasts(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number)
    const light = (colour) => {
      const [r, g, b] = channels(colour).slice(0, 3).map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const groundOf = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if ((channels(backgroundColor)[3] ?? 1) > 0) return backgroundColor
      }
      return 'rgb(255, 255, 255)'
    }
    document.querySelector('.tasks tbody tr:nth-child(3)').click()
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const words = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue.trim()).join('')
      if (!words || !element.checkVisibility({ opacityProperty: true })) return []
      const isSvg = element instanceof SVGElement
      const [a, b] = [light(getComputedStyle(element)[isSvg ? 'fill' : 'color']), light(groundOf(element))].sort()
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
      return ratio < 4.5 ? [words + ' ' + ratio.toFixed(2)] : []
    })
  })()`)
}

function add(folder: string, files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
}

function manyTasks(count: number): string {
  const lines = ['云江县2026年工作要点']
  for (let i = 0; i < count; i++) {
    if (i % 20 === 0) lines.push(`${chinese(i / 20 + 1)}、第${i / 20 + 1}类工作`)
    const month = (i % 12) + 1
    lines.push(
      `（${chinese((i % 20) + 1)}）推进第${i + 1}项工作。逐项落实，${'按要求完成各项任务，'.repeat(5)}定期报告。〔牵头单位：第${(i % 40) + 1}局；完成时限：2026年${month}月底前〕`,
    )
  }
  return `${lines.join('\n')}\n`
}

function chinese(number: number): string {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return (tens > 1 ? digits[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? digits[ones] : '')
}
