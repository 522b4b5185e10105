import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import type { ButtonLook } from './buttonClass.ts'
import { announce } from './liveRegions.ts'
import { TextInput } from './TextInput.tsx'

const SHOWN_MS = 2_500

/** Copies a text. A browser that does not allow it shows the text, selected, to copy by hand. */
export function CopyButton({
  text,
  label = 'Copy link',
  ...look
}: { text: string; label?: string } & ButtonLook) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  useEffect(() => {
    if (copied !== 'yes') return
    const timer = setTimeout(() => setCopied('no'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    const done = await writeToClipboard(text)
    announce(done ? 'Copied' : 'This browser does not copy by itself. The text is selected.')
    setCopied(done ? 'yes' : 'refused')
  }
  if (copied === 'refused') {
    return <TextInput readOnly autoFocus value={text} aria-label={label} onFocus={(e) => e.target.select()} />
  }
  return (
    <Button {...look} onClick={() => void copy()}>
      {copied === 'yes' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      {copied === 'yes' ? 'Copied' : label}
    </Button>
  )
}

/** The clipboard exists only on https and on this machine; a plain address in the office has none. */
async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
