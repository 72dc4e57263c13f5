/** Colours, where they are wanted. Meaning is never in a colour alone. */
import { Chalk } from 'chalk'

/** What is painted, by what it is. */
export function paints(colour: boolean) {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  return {
    title: chalk.bold,
    heading: chalk.bold.cyan,
    aside: chalk.dim,
    lead: chalk.green,
    plain: (text: string) => text,
    due: chalk.yellow,
    doubt: chalk.red,
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.blue,
  }
}

export type Paints = ReturnType<typeof paints>
