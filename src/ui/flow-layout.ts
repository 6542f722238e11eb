// Where everything of a flow is drawn: boxes below each other, ways ahead beside them on the right, ways back on the left.

export type FlowNode = { readonly key: string; readonly label: string }
/** `from` is null where the flow begins. */
export type FlowArrow = {
  readonly from: string | null
  readonly to: string
  readonly labels: readonly string[]
}

export type Drawn = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly { x: number; y: number; width: number; height: number; label: string }[]
  readonly paths: readonly string[]
  readonly texts: readonly { x: number; y: number; anchor: 'start' | 'end'; text: string }[]
}

const BOX = { width: 200, least: 48, pad: 10 }
const LINE = 18
const GAP = 34
const TRUNK = 18
/** The width of a letter, on average and rather too wide: nothing may be cut off. */
const LETTER = 7.4

type Side = 'left' | 'right'
type Way = FlowArrow & { readonly start: number; readonly end: number }
type Slot = { readonly way: Way | null; readonly target: number | null; readonly height: number }

/** Ahead over a box or more on the right, back (or back to itself) on the left; straight down needs no side. */
const sideOf = ({ start, end }: Way): Side | null =>
  end <= start ? 'left' : end > start + 1 ? 'right' : null

/** It comes from outside, past the first box. */
const begins = ({ start }: Way) => start < 0

const slotsAt = (ways: readonly Way[], at: number, side: Side): Slot[] => {
  const own = ways.filter((way) => sideOf(way) === side)
  const out = own.filter((way) => way.start === at || (begins(way) && way.end === at))
  const into = own.some((way) => way.end === at && way.start !== at && !begins(way))
  return [
    ...(into ? [{ way: null, target: at, height: LINE }] : []),
    ...out.map((way) => ({ way, target: null, height: LINE * way.labels.length + 8 })),
  ]
}

const sum = (slots: readonly Slot[]) => slots.reduce((total, { height }) => total + height, 0)

/** The boxes of all nodes, each high enough for the ways at its sides. */
function stack(nodes: readonly FlowNode[], ways: readonly Way[], x: number, top: number) {
  let y = top
  return nodes.map(({ label }, at) => {
    const sides = Math.max(sum(slotsAt(ways, at, 'left')), sum(slotsAt(ways, at, 'right')))
    const height = Math.max(BOX.least, sides + BOX.pad * 2)
    const box = { x, y, width: BOX.width, height, label }
    const down = ways.find((way) => way.start === at && way.end === at + 1)
    y += height + GAP + LINE * Math.max(0, (down?.labels.length ?? 0) - 1)
    return box
  })
}

const widest = (ways: readonly Way[], side: Side | null) =>
  Math.max(0, ...ways.filter((w) => sideOf(w) === side).flatMap((w) => w.labels.map((l) => l.length))) *
  LETTER

type Box = ReturnType<typeof stack>[number]

/** The height at which each way leaves or reaches a box on one side. */
function heights(box: Box, slots: readonly Slot[]) {
  let y = box.y + BOX.pad
  return slots.map((slot) => {
    y += slot.height
    return { ...slot, y: slot.way ? y - 4 : y - LINE / 2 }
  })
}

/** The ways on one side: a stub with its words, a trunk for each target, and back to the box it leads to. */
function beside(side: Side, boxes: readonly Box[], ways: readonly Way[]) {
  const sign = side === 'right' ? 1 : -1
  const edge = (boxes[0] as Box).x + (side === 'right' ? BOX.width : 0)
  const targets = [...new Set(ways.filter((w) => sideOf(w) === side && !begins(w)).map((w) => w.end))]
  const trunk = (end: number) =>
    edge + sign * (widest(ways, side) + 20 + TRUNK * targets.toSorted((a, b) => a - b).indexOf(end))
  const placed = boxes.map((box, at) => heights(box, slotsAt(ways, at, side)))
  const into = (end: number) => placed[end]?.find(({ target }) => target === end)?.y ?? 0
  const out = placed.flat().flatMap(({ way, y }) => (way ? [{ way, y }] : []))
  return {
    paths: out.map(({ way, y }) =>
      begins(way)
        ? `M${edge + sign * widest([way], side)},${y} H${edge}`
        : way.start === way.end
          ? `M${edge},${y} h${sign * 24} v${-LINE} h${sign * -24}`
          : `M${edge},${y} H${trunk(way.end)} V${into(way.end)} H${edge}`,
    ),
    texts: out.flatMap(({ way, y }) =>
      way.labels.map((text, line) => ({
        x: edge + sign * (way.start === way.end ? 32 : 8),
        y: y - 6 - LINE * (way.labels.length - 1 - line),
        anchor: side === 'right' ? ('start' as const) : ('end' as const),
        text,
      })),
    ),
    room: targets.length ? widest(ways, side) + 32 + TRUNK * targets.length : 8,
  }
}

/** The ways straight down: from the beginning, and from each box to the next. */
function downward(boxes: readonly Box[], ways: readonly Way[]) {
  const down = ways.filter((way) => sideOf(way) === null)
  const middle = (boxes[0] as Box).x + BOX.width / 2
  const from = (way: Way) => {
    const box = boxes[way.start]
    return box ? box.y + box.height : 12
  }
  const to = (way: Way) => boxes[way.end]?.y ?? 0
  return {
    paths: down.map((way) => `M${middle},${from(way)} V${to(way)}`),
    texts: down.flatMap((way) =>
      way.labels.map((text, line) => ({
        x: middle + 10,
        y: (from(way) + to(way)) / 2 + 4 + LINE * (line - (way.labels.length - 1) / 2),
        anchor: 'start' as const,
        text,
      })),
    ),
  }
}

/** The whole drawing, in its own units. */
export function draw(nodes: readonly FlowNode[], arrows: readonly FlowArrow[]): Drawn {
  const place = (key: string | null) => nodes.findIndex((node) => node.key === key)
  const ways = arrows.map((arrow) => ({ ...arrow, start: place(arrow.from), end: place(arrow.to) }))
  const top = 12 + GAP
  const room = (side: Side) => beside(side, stack(nodes, ways, 0, top), ways).room
  const boxes = stack(nodes, ways, room('left'), top)
  const parts = [beside('left', boxes, ways), beside('right', boxes, ways), downward(boxes, ways)]
  const last = boxes.at(-1) as Box
  const straight = BOX.width / 2 + 18 + widest(ways, null)
  return {
    width: room('left') + Math.max(BOX.width + room('right'), straight),
    height: last.y + last.height + 8,
    boxes,
    paths: parts.flatMap(({ paths }) => paths),
    texts: parts.flatMap(({ texts }) => texts),
  }
}
