import { describe, expect, it } from 'vitest'
import { readMarks } from '../../src/rule-kit/marks.ts'

/** The marked words, and the related ones with the finding they belong to. */
function marksOf(marked: string): { text: string; marks: string[]; related: string[] } {
  const { text, marks, related } = readMarks(marked)
  return {
    text,
    marks: marks.map(({ start, end }) => text.slice(start, end)),
    related: related.map(({ start, end, finding }) => `${finding}:${text.slice(start, end)}`),
  }
}

describe('the marks of an example', () => {
  it('are taken out of the text, and their places kept', () => {
    expect(readMarks('remove [[Xiaomi]] from Xiaomi')).toEqual({
      text: 'remove Xiaomi from Xiaomi',
      marks: [{ start: 7, end: 13 }],
      related: [],
    })
  })

  it('tell related places from findings, and whose they are', () => {
    expect(marksOf('[[Gao]] and [[Kao]] met [[2:Cao]], then [[1:Gau]].')).toEqual({
      text: 'Gao and Kao met Cao, then Gau.',
      marks: ['Gao', 'Kao'],
      related: ['2:Cao', '1:Gau'],
    })
  })

  it('may open with a date or a time of day', () => {
    expect(marksOf('[[Monday, 31 June]] or [[1:17 July]]')).toEqual({
      text: 'Monday, 31 June or 17 July',
      marks: ['Monday, 31 June'],
      related: ['1:17 July'],
    })
    expect(marksOf('at [[25:70]] sharp, not at [[1:15]]')).toEqual({
      text: 'at 25:70 sharp, not at 1:15',
      marks: ['25:70', '1:15'],
      related: [],
    })
  })

  it('may lie within one another, and next to brackets of the copy', () => {
    expect(marksOf('[[the [[1:the]]]] end')).toEqual({ text: 'the the end', marks: ['the the'], related: ['1:the'] })
    expect(marksOf('say [[[insert quote]]] here')).toEqual({
      text: 'say [insert quote] here',
      marks: ['[insert quote]'],
      related: [],
    })
    expect(marksOf('a [link](x) and [[one]]')).toEqual({ text: 'a [link](x) and one', marks: ['one'], related: [] })
  })

  it('may be empty: a place where something is missing', () => {
    expect(readMarks('the end[[]]')).toEqual({ text: 'the end', marks: [{ start: 7, end: 7 }], related: [] })
  })

  it('leave escaped and unopened brackets alone', () => {
    expect(marksOf('\\[[ad id=1\\]] and a[0]] [[two]]')).toEqual({
      text: '[[ad id=1]] and a[0]] two',
      marks: ['two'],
      related: [],
    })
  })

  it('must be closed', () => {
    expect(() => readMarks('remove [[Xiaomi] from')).toThrow('never closed')
  })
})
