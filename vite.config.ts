import adonisjs from '@adonisjs/vite/client'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  // `ace build` builds every Vite environment; the ssr one would overwrite the page in the same folder.
  builder: {
    buildApp: async (builder) => {
      await builder.build(builder.environments.client)
    },
  },
  plugins: [
    vue(),
    ui(),
    adonisjs({ entryPoints: ['frontend/main.ts'], reload: ['frontend/views/**/*.edge'] }),
  ],
})
