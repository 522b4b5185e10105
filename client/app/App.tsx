import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { LiveRegions } from '../ui/LiveRegions.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { newQueryClient } from './newQueryClient.ts'
import { router } from './router.tsx'

export function App() {
  const [queryClient] = useState(newQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toasts />
      <LiveRegions />
    </QueryClientProvider>
  )
}
