import { cx } from './cx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

/** The look of a button for what is none of ours: a summary, a close button, a button on a page that broke. */
export function buttonClass(variant: ButtonVariant, className?: string): string {
  return cx('ui-button', `ui-button-${variant}`, className)
}
