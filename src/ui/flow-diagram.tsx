import { type ReactNode, useId } from 'react'
import { draw, type FlowArrow, type FlowNode } from './flow-layout'

type Props = {
  nodes: readonly FlowNode[]
  arrows: readonly FlowArrow[]
  /** The same in words, a line for each way: what is read out, and what a phone shows instead. */
  words: readonly ReactNode[]
  wordsLabel: string
}

function Head({ id }: { id: string }) {
  return (
    <marker id={id} viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
      <path d="M0,0 8,4 0,8z" fill="currentColor" />
    </marker>
  )
}

/** A flow as a drawing. It says nothing that its words do not say. */
export function FlowDiagram({ nodes, arrows, words, wordsLabel }: Props) {
  const head = useId()
  const { width, height, boxes, paths, texts } = draw(nodes, arrows)
  return (
    <div className="ui-flow">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden>
        <Head id={head} />
        <circle cx={(boxes[0]?.x ?? 0) + 100} cy="8" r="5" fill="currentColor" />
        <g fill="none" stroke="currentColor" strokeWidth="1.5">
          {paths.map((d) => (
            <path key={d} d={d} markerEnd={`url(#${head})`} />
          ))}
        </g>
        {boxes.map(({ label, ...box }) => (
          <g key={label}>
            <rect className="ui-flow-box" {...box} rx="2" />
            <text className="ui-flow-name" x={box.x + box.width / 2} y={box.y + box.height / 2 + 5}>
              {label}
            </text>
          </g>
        ))}
        {texts.map(({ x, y, anchor, text }) => (
          <text key={`${x} ${y}`} className="ui-flow-text" x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        ))}
      </svg>
      <ul className="ui-flow-words" aria-label={wordsLabel}>
        {words.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the ways never change their order
          <li key={i}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
