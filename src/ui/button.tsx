import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'
import { AppLink } from './app-link'
import { type ButtonVariant, buttonClass } from './button-class'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant
  pending?: boolean
}

export function Button({ variant = 'secondary', pending, className, type, children, ...rest }: ButtonProps) {
  return (
    <button
      type={type ?? 'button'}
      className={buttonClass(variant, className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      {...rest}
    >
      {children}
    </button>
  )
}

type LinkButtonProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  href: string
  variant?: ButtonVariant
  prefetch?: boolean
  children: ReactNode
}

export function LinkButton({ variant = 'secondary', className, children, ...rest }: LinkButtonProps) {
  return (
    <AppLink className={buttonClass(variant, className)} {...rest}>
      {children}
    </AppLink>
  )
}

/** Buttons side by side: the main one first, they wrap on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="ui-button-row">{children}</div>
}
