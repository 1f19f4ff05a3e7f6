/** Tests of what stays where findings lie on one another. */
import { span, type Kind, type Severity } from '#rule'
import { describe, expect, it } from 'vitest'
import { keepStrongest, type Judged } from '../../src/check/overlaps.ts'
import { wordRule } from './word-rule.ts'

/** A finding from one offset to another. */
function found(name: string, start: number, end: number, severity: Severity, kind: Kind = 'slip'): Judged {
  return {
    rule: wordRule(/x/g, { id: name, kind }),
    severity,
    found: { messageId: 'stray', message: name, at: span(start, end), severity, related: [], suggestions: [] },
  }
}
/** The names of those that stay, for the findings in this order and in the other. */
function kept(...findings: readonly Judged[]): readonly string[] {
  const [one, other] = [findings, findings.toReversed()].map((some) => keepStrongest(some).map(({ rule }) => rule.id))
  expect(one).toEqual(other)
  return one!
}

describe('of two findings on one stretch', () => {
  it('the one of the higher level stays', () => {
    expect(kept(found('weak', 0, 5, 'warning'), found('strong', 0, 5, 'error'))).toEqual(['strong'])
    expect(kept(found('weak', 0, 5, 'info', 'leftover'), found('strong', 0, 5, 'warning', 'style'))).toEqual(['strong'])
  })

  it('of one level leftover goes before contradiction, slip and style', () => {
    const kinds: readonly Kind[] = ['style', 'leftover', 'slip', 'contradiction']
    expect(kept(...kinds.map((kind) => found(kind, 0, 5, 'warning', kind)))).toEqual(['leftover'])
    expect(kept(found('slip', 0, 5, 'warning', 'slip'), found('style', 0, 5, 'warning', 'style'))).toEqual(['slip'])
    expect(
      kept(found('slip', 0, 5, 'warning', 'slip'), found('contradiction', 0, 5, 'warning', 'contradiction')),
    ).toEqual(['contradiction'])
  })

  it('both stay where one is only a part of the other, and is about something else', () => {
    expect(kept(found('wide', 0, 9, 'warning'), found('narrow', 3, 5, 'warning'))).toEqual(['wide', 'narrow'])
    expect(kept(found('wide', 0, 9, 'error', 'contradiction'), found('narrow', 3, 5, 'info'))).toEqual([
      'wide',
      'narrow',
    ])
  })

  it('the wider stays where one rule says both', () => {
    expect(kept(found('same', 0, 9, 'warning'), found('same', 3, 5, 'warning'))).toEqual(['same'])
    expect(kept(found('same', 0, 9, 'warning'), found('same', 3, 5, 'error'))).toEqual(['same', 'same'])
  })

  it('both stay where the stronger is only a part of the wider: a headline’s warning and a name’s error', () => {
    expect(kept(found('wide', 0, 9, 'warning'), found('narrow', 3, 5, 'error'))).toEqual(['wide', 'narrow'])
  })

  it('the stronger stays where the weaker lies in it: a doubled word in a leftover line', () => {
    expect(kept(found('wide', 0, 9, 'error', 'leftover'), found('narrow', 3, 5, 'warning'))).toEqual(['wide'])
  })

  it('both stay where they only overlap, or only touch', () => {
    expect(kept(found('left', 0, 5, 'error'), found('right', 3, 9, 'info'))).toEqual(['left', 'right'])
    expect(kept(found('left', 0, 5, 'error'), found('right', 5, 9, 'info'))).toEqual(['left', 'right'])
  })

  it('one stays of a rule that finds the same twice', () => {
    expect(keepStrongest([found('same', 0, 5, 'error'), found('same', 0, 5, 'error')])).toHaveLength(1)
  })
})

describe('of many findings', () => {
  it('those that stay come in the order of the story', () => {
    expect(kept(found('c', 20, 25, 'info'), found('a', 0, 5, 'info'), found('b', 7, 12, 'error'))).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('one that is beaten itself beats no other', () => {
    // “middle” lies in both: it is stronger than “left” and weaker than “right”, which only overlap.
    expect(
      kept(
        found('left', 0, 20, 'info', 'leftover'),
        found('right', 5, 25, 'error', 'leftover'),
        found('middle', 6, 18, 'warning', 'leftover'),
      ),
    ).toEqual(['left', 'right'])
  })

  it('a leftover beats all the weaker ones that start where it starts and end before it', () => {
    expect(
      kept(
        found('short', 0, 5, 'info'),
        found('longer', 0, 9, 'warning'),
        found('longest', 0, 18, 'error', 'leftover'),
      ),
    ).toEqual(['longest'])
  })

  it('a wide leftover hides each of those in it, and any other none', () => {
    const inside = Array.from({ length: 50 }, (_, index) => found(`in${index}`, index * 2, index * 2 + 1, 'warning'))
    expect(kept(found('wide', 0, 100, 'error', 'leftover'), ...inside)).toEqual(['wide'])
    expect(kept(found('wide', 0, 100, 'error'), ...inside)).toHaveLength(51)
  })

  it('a leftover hides what lies in it behind many others that it does not hide', () => {
    const inside = Array.from({ length: 50 }, (_, index) => found(`in${index}`, index * 2, index * 2 + 1, 'error'))
    expect(kept(found('wide', 0, 200, 'warning', 'leftover'), ...inside, found('last', 150, 155, 'info')).at(-1)).toBe(
      'in49',
    )
  })
})
