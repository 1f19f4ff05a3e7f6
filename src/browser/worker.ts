/** The worker’s entry: what it is sent is checked, and the answer sent back. */
import { serve } from './serve.ts'

serve()
