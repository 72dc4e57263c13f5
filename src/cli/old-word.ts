/** `--convert`: old Word files become .docx before they are read; without it they go on, to be refused. */
import { INPUT_EXTENSIONS, isOldWord } from '../parse.ts'
import type { Io } from './io.ts'
import type { Reading } from './options.ts'

type Read<T> = (bytes: Uint8Array, path: string | null) => Promise<T>

/** `read`, given old Word files as the .docx that LibreOffice makes of them. */
export function withConversion<T>(
  { convert, from }: Pick<Reading, 'convert' | 'from'>,
  io: Pick<Io, 'env'>,
  read: Read<T>,
): Read<T> {
  if (!convert || !['auto', 'docx'].includes(from)) return read
  return async (bytes, path) => {
    if (!isOldWord(bytes)) return read(bytes, path)
    const { toDocx } = await import('./soffice.ts')
    return read(await toDocx(bytes, io.env), path)
  }
}

/** What is looked for in folders. */
export function extensionsFor({ convert }: Pick<Reading, 'convert'>): readonly string[] {
  return convert ? [...INPUT_EXTENSIONS, '.doc', '.wps'] : INPUT_EXTENSIONS
}
