/** A heading or a label, ready for comparing. */
export type Heading = {
  /** Composed, lower case, blanks collapsed, unit dropped. */
  exact: string
  /** The same without Vietnamese marks. */
  plain: string
  /** Times below it are UTC. */
  is_utc: boolean
}

/** Nothing longer is a heading or a label. */
const MOST_CHARACTERS = 500

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g

/** Units that marketplaces write behind a heading. */
const TRAILING_UNIT =
  /\s*[([](vnd|vnđ|đ|₫|(?:utc|gmt)(?:\s*[+-]\s*\d{1,2}(?::\d\d)?)?)[)\]]$/

const IS_UTC = /^(utc|gmt)(\s*[+-]\s*0{1,2}(:00)?)?$/

/**
 * Files of one marketplace differ in case, blanks, slashes and in how Vietnamese letters are
 * composed (files from macOS are decomposed); the unit behind a heading comes and goes.
 */
export function normalizeHeading(text: string): Heading {
  let exact = text
    .slice(0, MOST_CHARACTERS)
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .normalize("NFC")
    .replace(/\s*[\\/]\s*/g, "/")
    .replace(/[\s:*]+$/, "")
  let is_utc = false
  for (;;) {
    const unit = TRAILING_UNIT.exec(exact)
    if (!unit) {
      break
    }
    is_utc ||= IS_UTC.test(unit[1])
    exact = exact.slice(0, unit.index).replace(/[\s:*]+$/, "")
  }
  return { exact, plain: withoutMarks(exact), is_utc }
}

/** Text without Vietnamese marks; đ becomes d. */
export function withoutMarks(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
}

/**
 * Finds what texts mean that are written in many ways: exactly first, then without Vietnamese
 * marks unless two meanings would fall together.
 */
export class AliasTable<T> {
  private readonly exact = new Map<string, T>()
  private readonly plain = new Map<string, T | null>()

  /** Of an alias that is there already the first meaning stays. */
  add(alias: string, meaning: T): void {
    const { exact, plain } = normalizeHeading(alias)
    if (this.exact.has(exact)) {
      return
    }
    this.exact.set(exact, meaning)
    const other = this.plain.get(plain)
    const is_free = !this.plain.has(plain) || other === meaning
    this.plain.set(plain, is_free ? meaning : null)
  }

  find(heading: Heading): T | null {
    return (
      this.exact.get(heading.exact) ?? this.plain.get(heading.plain) ?? null
    )
  }
}

/** True when the text is one of the aliases. */
export function isOneOf(text: string, aliases: string[]): boolean {
  const { exact, plain } = normalizeHeading(text)
  return aliases.some((alias) => {
    const known = normalizeHeading(alias)
    return known.exact === exact || known.plain === plain
  })
}
