/** Finds the configuration and has it read; what holds after it and the flags. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { PlanparseError } from '../error.ts'
import { systemReason } from '../system.ts'
import type { Io } from './io.ts'
import type { ConfigChoice, Configured } from './options.ts'
import { print } from './output.ts'

const NAMES = ['planparse.config.json', 'planparse.config.yaml', 'planparse.config.yml']
/** No list of units is as large; what is may be no configuration at all. */
const LARGEST = 1 << 20

/** What the configuration says, and where it lies; `null` where there is none. Rejects with `PlanparseError` for one that is wrong. */
export async function configFor(choice: ConfigChoice, cwd: string): Promise<{ path: string; settings: Config } | null> {
  const path = choice === null ? find(cwd) : choice && resolve(cwd, choice)
  if (!path) return null
  const shown = choice || relative(cwd, path)
  const text = textOf(path, shown)
  const { readConfig } = await import('./read-config.ts')
  return { path, settings: readConfig(text, shown) }
}

/** From a folder upwards to the root of its repository, else of the file system; the first that is there. */
function find(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = NAMES.filter((name) => existsSync(join(folder, name)))
    if (found.length > 1) throw new PlanparseError('config-several', { name: folder, known: found })
    if (found[0] !== undefined) return join(folder, found[0])
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return null
  }
}

function textOf(path: string, shown: string): string {
  const refuse = (reason: string) => new PlanparseError('config-unreadable', { name: shown, known: [reason] })
  let bytes: Buffer
  try {
    const found = statSync(path)
    if (!found.isFile()) throw refuse('not a file')
    if (found.size > LARGEST) throw refuse('> 1 MB')
    bytes = readFileSync(path)
  } catch (error) {
    throw error instanceof PlanparseError ? error : refuse(systemReason(error))
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new PlanparseError('config-syntax', shown)
  }
}

/** Prints what holds, itself a configuration: flags before the file, and what nobody sets as it is. */
export async function printConfig(request: Configured, io: Io): Promise<number> {
  const { RULES } = await import('./checking.ts')
  const { settings, lang, year } = request
  const failOn = request.kind === 'check' ? request.failOn : settings.failOn
  const config: Config = {
    rules: Object.fromEntries(RULES.map(({ id, severity }) => [id, settings.rules?.[id] ?? severity])),
    labels: settings.labels ?? {},
    units: settings.units ?? [],
    narrative: settings.narrative ?? [],
    ...(year !== null && { year }),
    lang,
    encoding: 'encoding' in request ? request.encoding : (settings.encoding ?? 'auto'),
    ...(failOn && { failOn }),
  }
  return print(`${JSON.stringify(config, null, 2)}\n`, io.stdout)
}
