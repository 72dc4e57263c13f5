/** Dark or light: as the system has it, until the reader says otherwise. */
import { recall, remember } from './store.ts'

export function startTheme(): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  let chosen = recall('theme')
  const now = () => chosen ?? (system.matches ? 'dark' : 'light')
  const show = () => {
    document.documentElement.dataset.theme = now()
  }
  system.addEventListener('change', show)
  show()
  return () => {
    chosen = now() === 'dark' ? 'light' : 'dark'
    remember('theme', chosen)
    show()
  }
}
