import type { ComponentProps } from 'react'
import { type ButtonLook, buttonLook } from './button-look.ts'

type ButtonProps = ComponentProps<'button'> & { look?: ButtonLook }

/** An act in words. */
export function Button({ look = 'plain', className = '', ...rest }: ButtonProps) {
  return <button type="button" className={`${buttonLook(look)} ${className}`} {...rest} />
}
