import { createElement, type ReactNode } from 'react'

type Props = { size?: number; strokeWidth?: number; className?: string; 'aria-hidden'?: boolean }

export type Icon = (props: Props) => ReactNode

type Mark = readonly [tag: string, shape: Readonly<Record<string, string>>]

/** An icon of these marks, drawn in the colour of the text around it. */
export function iconOf(marks: readonly Mark[]): Icon {
  return ({ size = 24, strokeWidth = 2, ...rest }) => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      {...rest}
    >
      {marks.map(([tag, shape]) => createElement(tag, { key: JSON.stringify(shape), ...shape }))}
    </svg>
  )
}
