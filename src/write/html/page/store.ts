/** What the browser keeps between two visits, where it keeps anything: for a file from disk some keep nothing. */

const PREFIX = 'planparse-review:'

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

/** Whether it is kept. */
export function remember(key: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + key, value)
    return true
  } catch {
    return false
  }
}

/** A short name for a text (FNV-1a, 32 bits). */
export function nameFor(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
