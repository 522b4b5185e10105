import { configure } from '@testing-library/react'

// On a machine that does something else as well, a page may take its time to show what a test waits for.
configure({ asyncUtilTimeout: 8_000 })
