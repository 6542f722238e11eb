// The drawing of a process: nothing lies over anything else, nothing falls off the sheet, every way is there.
import { describe, expect, test } from 'vitest'
import { arrowsOf } from '@/domain/case/course'
import { processes } from '@/domain/case/steps'
import type { ProcessDefinition } from '@/domain/kernel/grants'
import en from '@/i18n/en/domain.json'
import nl from '@/i18n/nl/domain.json'
import { draw, type FlowArrow, type FlowNode } from '@/ui/flow-layout'

type Texts = Readonly<Record<string, { readonly label: string }>>
type Stages = Readonly<Record<string, Readonly<Record<string, string>>>>
type Rectangle = { left: number; right: number; top: number; bottom: number }

/** A letter of the drawing is 14 pixels high, and seldom wider than this. */
const LETTER = { width: 6.6, height: 12 }

const drawing = (process: ProcessDefinition, { steps, stages }: { steps: Texts; stages: Stages }) => {
  const nodes: FlowNode[] = process.stages
    .slice(1)
    .map((key) => ({ key, label: stages[process.kind]?.[key] ?? '' }))
  const arrows: FlowArrow[] = arrowsOf(process).map(({ from, to, steps: by }) => ({
    from: from === 'new' ? null : from,
    to,
    labels: by.map((name) => steps[name]?.label ?? ''),
  }))
  return { drawn: draw(nodes, arrows), arrows }
}

const boxOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  left: x,
  right: x + width,
  top: y,
  bottom: y + height,
})
const textBox = ({ x, y, anchor, text }: ReturnType<typeof draw>['texts'][number]): Rectangle => {
  const width = text.length * LETTER.width
  const left = anchor === 'start' ? x : x - width
  return { left, right: left + width, top: y - LETTER.height, bottom: y }
}
const meet = (a: Rectangle, b: Rectangle) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const all: readonly ProcessDefinition[] = Object.values(processes)
const drawings = all.flatMap((process) =>
  [nl, en].map((texts) => ({
    name: `${process.kind} ${texts === nl ? 'nl' : 'en'}`,
    ...drawing(process, texts as never),
  })),
)

describe.each(drawings)('$name', ({ drawn, arrows }) => {
  const boxes = drawn.boxes.map(boxOf)
  const texts = drawn.texts.map(textBox)

  test('has a line for each way and a text for each step', () => {
    expect(new Set(drawn.paths).size).toBe(arrows.length)
    expect(drawn.texts).toHaveLength(arrows.flatMap(({ labels }) => labels).length)
  })

  test('stays on its sheet', () => {
    for (const { left, right, top, bottom } of [...boxes, ...texts]) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(drawn.width)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(bottom).toBeLessThanOrEqual(drawn.height)
    }
  })

  test('lets nothing lie over anything else', () => {
    for (const [i, a] of texts.entries()) {
      expect(boxes.filter((box) => meet(a, box))).toEqual([])
      expect(texts.filter((b, j) => j > i && meet(a, b))).toEqual([])
    }
  })
})
