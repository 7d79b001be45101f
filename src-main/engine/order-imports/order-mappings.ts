import { orderMappingSchema } from '#shared/rules/order-files/order-mapping.ts'
import { KeptMappings } from '../imports/kept-mappings.ts'

/** How columns of files of orders were named on this computer. */
export const ORDER_MAPPINGS = new KeptMappings('order_mapping', orderMappingSchema)
