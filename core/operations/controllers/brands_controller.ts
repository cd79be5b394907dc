import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { createBrand, saveBrand, saveBrandLogo } from '#core/customers/actions/save_brand'
import { unknownBrand } from '#core/customers/errors'
import Brand from '#core/customers/models/brand'
import {
  changedBrandValidator,
  logoValidator,
  newBrandValidator,
} from '#core/customers/validators/customer'
import { listBrands, presentOperatedBrand } from '#core/operations/queries/list_brands'
import { writeTransaction } from '#database/write_transaction'

/** The brands of the installation: host names, looks and support addresses. */
export default class BrandsController {
  async index({ response }: HttpContext) {
    return response.json({ brands: await listBrands() })
  }

  async store(ctx: HttpContext) {
    const brand = await createBrand(await ctx.request.validateUsing(newBrandValidator))
    await noted(ctx, brand)
    return ctx.response.status(201).json({ brand: presentOperatedBrand(brand, 0) })
  }

  async update(ctx: HttpContext) {
    const brand = await operatedBrand(ctx)
    await saveBrand(brand, await ctx.request.validateUsing(changedBrandValidator))
    await noted(ctx, brand)
    return ctx.response.json({ brand: await listed(brand.id) })
  }

  async logo(ctx: HttpContext) {
    const brand = await operatedBrand(ctx)
    const { image } = await ctx.request.validateUsing(logoValidator)
    await saveBrandLogo(brand, image)
    await noted(ctx, brand)
    return ctx.response.json({ brand: await listed(brand.id) })
  }

  /** Its customers have the usual one then. */
  async destroy(ctx: HttpContext) {
    const brand = await operatedBrand(ctx)
    await writeTransaction(async (client) => {
      await client.from('customers').where('brand_id', brand.id).update({ brand_id: null })
      await client.from('brands').where('id', brand.id).delete()
    })
    await recordOf(ctx, { customerId: null, action: 'brand.deleted', subject: brand.name })
    return ctx.response.noContent()
  }
}

async function operatedBrand({ params }: HttpContext): Promise<Brand> {
  const id = String(params.id)
  const brand = /^\d{1,9}$/.test(id) ? await Brand.find(Number(id)) : null
  if (!brand) throw unknownBrand(id)
  return brand
}

const noted = (ctx: HttpContext, { name, host, supportEmail, supportUrl }: Brand) =>
  recordOf(ctx, {
    customerId: null,
    action: 'brand.changed',
    subject: name,
    details: {
      host: host ?? null,
      supportEmail: supportEmail ?? null,
      supportUrl: supportUrl ?? null,
    },
  })

async function listed(id: number) {
  const brands = await listBrands()
  return brands.find((brand) => brand.id === id)
}
