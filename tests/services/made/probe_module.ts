/**
 * A module in one folder, as somebody outside would write it, that uses what a module can do beside the
 * one that `make:module` makes: settings, two tables of which one refers to the other, links, jobs,
 * recurring work, mail, devices with a document, and a demo. It has no source and no page.
 */
export const probeModule = {
  'index.ts': `
    import vine from '@vinejs/vine'
    import { defineOperation, Refused } from '#core/contracts/module'
    import { definePlugin } from '#core/contracts/plugin'

    const nothing = vine.create({})
    const topicOf = async (customer, params) => {
      const topic = await customer.rows('topics').first({ id: Number(params.id) })
      if (!topic) throw new Refused(404, 'E_PROBE_TOPIC', 'Unknown topic, or you don’t have access to it.')
      return topic
    }
    const operation = (method, path, capability, input, handle, status) =>
      defineOperation({ method, path, capability, summary: method + ' ' + path, input, handle, ...(status && { status }) })

    export default definePlugin({
      kind: 'module', key: 'probe', label: 'Probe', description: 'Tries what a module can do', icon: 'flask-conical', prefix: 'probe_',
      settings: {
        greeting: { label: 'Greeting', type: 'text', default: 'Hello' },
        secret: { label: 'Secret', type: 'secret' },
      },
      capabilities: {
        look: { does: 'look at topics', administrator: 'yes', user: 'yes', customerUser: 'right', ticket: 'owner', invitedOperator: 'yes' },
        steer: { does: 'steer topics', administrator: 'yes', user: 'no', customerUser: 'no' },
      },
      operations: [
        operation('get', 'topics', 'look', vine.create({ from: vine.number().optional() }), async ({ input, customer }) => {
          const where = input.from === undefined ? {} : { rank: { from: input.from, before: 100 } }
          const each = await Array.fromAsync(customer.rows('topics').each(where))
          return { topics: each.map(({ name }) => name), count: await customer.rows('topics').count(where) }
        }),
        operation('get', 'topics/:id', 'look', nothing, async ({ params, customer }) => ({ topic: await topicOf(customer, params) })),
        operation('post', 'topics', 'steer', vine.create({ name: vine.string().maxLength(100), rank: vine.number().optional() }), async ({ input, customer }) => {
          const id = await customer.rows('topics').insert({ name: input.name, rank: input.rank ?? 0 })
          await customer.rows('replies').insertMany([{ topic_id: id, text: 'one' }, { topic_id: id, text: 'two' }])
          return { id }
        }, 201),
        operation('patch', 'topics/:id', 'steer', vine.create({ name: vine.string() }), async ({ input, params, customer }) => {
          await topicOf(customer, params)
          return { changed: await customer.rows('topics').update({ id: Number(params.id) }, { name: input.name }) }
        }),
        operation('delete', 'topics/:id', 'steer', nothing, async ({ params, customer }) => {
          await topicOf(customer, params)
          await customer.rows('replies').delete({ topic_id: Number(params.id) })
          await customer.rows('topics').delete({ id: Number(params.id) })
        }, 204),
        operation('post', 'topics/:id/link', 'steer', vine.create({ ended: vine.boolean().optional() }), async ({ input, params, customer }) => {
          const topic = await topicOf(customer, params)
          const until = input.ended ? new Date(Date.now() - 1000) : undefined
          return { link: await customer.link('topics/:token', String(topic.id), until) }
        }),
        operation('post', 'topics/:id/watch', 'steer', vine.create({ as: vine.number() }), async ({ input, params, customer }) => {
          const topic = await topicOf(customer, params)
          return { link: await customer.link('topics/:token/stream', topic.id + ' ' + input.as) }
        }),
        operation('delete', 'topics/:id/link', 'steer', nothing, async ({ params, customer }) => {
          await topicOf(customer, params)
          await customer.endLinks(params.id)
        }, 204),
        operation('post', 'half', 'steer', nothing, async ({ customer }) => {
          await customer.transaction(async (rows) => {
            await rows('topics').insert({ name: 'half', rank: 1 })
            throw new Refused(409, 'E_PROBE_HALF', 'Only half was done.')
          })
        }),
        operation('post', 'count', 'steer', nothing, async ({ customer, reader }) => ({ job: await customer.job('count', { of: 'topics' }, reader, 'Count the topics') }), 202),
        operation('post', 'opened', 'steer', nothing, async ({ customer, reader }) => customer.audit({ action: 'opened', by: reader, subject: 'all' }), 204),
        operation('post', 'tell/:id', 'steer', nothing, async ({ customer, params }) => {
          const { greeting, secret } = await customer.settings()
          await customer.tell(Number(params.id), { subject: String(greeting), text: 'The secret has ' + String(secret).length + ' letters.' })
        }, 204),
        operation('post', 'report', 'look', vine.create({ date: vine.string() }), async ({ input, customer, reader, locale }) => {
          const period = { from: input.date, to: input.date }
          const report = await customer.report({ report: 'asterisk.queue', period, interval: 'period', grouping: 'object', columns: ['incoming'] }, reader, locale)
          return { title: report.title, rows: await Array.fromAsync(report.intervals[0].rows) }
        }),
        operation('post', 'devices/look', 'steer', vine.create({ code: vine.string() }), async ({ input, customer, reader }) => ({ device: await customer.devices.look(input.code, reader) ?? null })),
        operation('post', 'devices', 'steer', vine.create({ code: vine.string(), number: vine.number(), topic: vine.string() }), async ({ input, customer }) =>
          ({ approved: await customer.devices.approve({ code: input.code, number: input.number, subject: input.topic }) })),
        operation('get', 'people/:id', 'steer', nothing, async ({ customer, params }) => {
          const reader = await customer.readerOf(Number(params.id))
          if (!reader) throw new Refused(404, 'E_PROBE_PERSON', 'Unknown person.')
          return { reader: { role: reader.role, steers: reader.can('steer') } }
        }),
        operation('get', 'me', 'look', nothing, async ({ customer, reader, locale }) => ({ about: await customer.about(), role: reader.role, steers: reader.can('steer'), locale })),
      ],
      streams: [
        { path: 'topics/:id/stream', capability: 'look', summary: 'Watch a topic', input: nothing,
          handle: async ({ customer, params }) => {
            const { name } = await topicOf(customer, params)
            const asked = { kind: 'report', report: 'asterisk.queue', period: { choice: 'today' }, columns: ['incoming'] }
            return { revision: name, questions: { offered: asked, open: { kind: 'state', what: 'opening' }, wrong: { kind: 'guess' } } }
          } },
      ],
      publicStreams: [
        { path: 'topics/:token/stream', input: nothing,
          handle: async ({ customer, subject }) => {
            const [id, as] = subject.split(' ')
            const { name } = await topicOf(customer, { id })
            return { revision: name, questions: { wrong: { kind: 'guess' } }, as: Number(as) }
          } },
      ],
      public: [
        { method: 'get', path: 'topics/:token', input: vine.create({ to: vine.string().optional() }), handle: async ({ subject, input, customer }) => {
          if (input.to) return { redirect: 'https://example.com/' + subject }
          const topic = await customer.rows('topics').first({ id: Number(subject) })
          return { name: topic.name, customer: (await customer.about()).slug }
        } },
        { method: 'post', path: 'topics/:token', input: vine.create({ text: vine.string() }), handle: async ({ subject, input, customer }) => {
          return { id: await customer.rows('replies').insert({ topic_id: Number(subject), text: input.text }) }
        } },
        { method: 'get', by: 'device', path: 'shown', input: vine.create({}), handle: async ({ subject, customer }) => ({ subject, customer: (await customer.about()).slug }) },
      ],
      devices: true,
      documents: [{ path: 'wall', shortcut: 'probewall', entry: 'wall', title: 'Wall', policy: async ({ customer }) => (customer ? { frames: ['https://intranet.example'] } : {}) }],
      jobs: [{ name: 'count', label: 'Count', capability: 'steer', run: async (payload, job, customer) => {
        job.progress(1, 1)
        return { [payload.of]: await customer.rows('topics').count(), steers: job.reader.can('steer') }
      } }],
      recurring: [{ name: 'tick', label: 'Tick', cron: '0 0 3 * * *', run: async (customer) => {
        const { name } = await customer.about()
        if (name === 'Broken') throw new Error('This customer is broken.')
        await customer.rows('topics').insert({ name: 'tick', rank: 0 })
      } }],
      audit: { opened: 'Topics opened' },
      demo: async (customer, { reader }) => {
        const [object] = await customer.objects(reader)
        await customer.rows('topics').insert({ name: object ? 'Demo of ' + object.name : 'Demo', rank: 0 })
      },
    })`,
  'migrations/0001_create_topics.ts': `
    import { BaseSchema } from '@adonisjs/lucid/schema'
    import { customerTable } from '#core/contracts/module_table'

    export default class extends BaseSchema {
      async up() {
        customerTable(this.schema, 'probe_topics', (table) => {
          table.string('name', 100).notNullable()
          table.integer('rank').notNullable()
        })
      }
      async down() {
        this.schema.dropTable('probe_topics')
      }
    }`,
  'migrations/0002_create_replies.ts': `
    import { BaseSchema } from '@adonisjs/lucid/schema'
    import { customerTable } from '#core/contracts/module_table'

    export default class extends BaseSchema {
      async up() {
        customerTable(this.schema, 'probe_replies', (table) => {
          table.integer('topic_id').unsigned().notNullable().references('probe_topics.id').index()
          table.text('text').notNullable()
        })
      }
      async down() {
        this.schema.dropTable('probe_replies')
      }
    }`,
  'frontend/wall/main.ts': `
    import { createApp, h } from 'vue'
    import './wall.css'

    const app = document.getElementById('app')
    createApp({ render: () => h('p', app?.dataset.text ?? 'On the wall') }).mount('#app')
    document.documentElement.setAttribute('data-started', '')`,
  'frontend/wall/wall.css': 'p { inset: 0; color: red; & b { color: blue } }',
  ...Object.fromEntries(
    ['sv', 'et', 'lv'].map((language) => [`locales/${language}.json`, words(language)])
  ),
}

function words(language: string) {
  const keys = [
    ...['label', 'description', 'settings.greeting.label', 'settings.secret.label'],
    ...['capabilities.look', 'capabilities.steer', 'jobs.count', 'jobs.tick', 'audit.opened'],
  ]
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, `${key} ${language}`])))
}
