// Drives the simulator with Intercom's client and prints one line of JSON with what came back.
// Usage: node conformance.mjs <endpoint>
import { IntercomClient, IntercomError } from 'intercom-client';
import assert from 'node:assert/strict';

const endpoint = process.argv[2];
const client = new IntercomClient({ token: 'ferry-token', baseUrl: endpoint, version: '2.16', maxRetries: 0 });
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function refusal(promise) {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof IntercomError, String(error));
    return error.statusCode;
  }
  throw new Error('it was not refused');
}

const me = await client.admins.identify();
const { admins } = await client.admins.list();
assert.equal(admins[0].id, me.id);

await client.dataAttributes.create({ name: 'asapp_vip', model: 'contact', data_type: 'boolean' });
const attributes = await client.dataAttributes.list({ model: 'contact' });
assert.ok(attributes.data.some((a) => a.name === 'asapp_vip' && a.custom));

// Contacts: create, duplicate, update, find, list page by page, search.
const contact = await client.contacts.create({
  role: 'user', email: 'joe@acme.example', external_id: 'asapp:1', name: 'Joe', custom_attributes: { asapp_vip: true },
});
assert.equal(await refusal(client.contacts.create({ role: 'user', email: 'JOE@acme.example' })), 409);
const lead = await client.contacts.create({ role: 'lead', email: 'joe@acme.example' });
for (let i = 0; i < 5; i++) await client.contacts.create({ role: 'user', email: `c${i}@acme.example` });
assert.equal((await client.contacts.showContactByExternalId({ external_id: 'asapp:1' })).id, contact.id);
assert.equal((await client.contacts.update({ contact_id: contact.id, name: 'Joseph' })).name, 'Joseph');
let listed = 0;
for await (const one of await client.contacts.list({ per_page: 2 })) listed += one.id ? 1 : 0;
assert.equal(listed, 7);
assert.equal((await client.contacts.mergeLeadInUser({ from: lead.id, into: contact.id })).id, contact.id);
assert.equal(await refusal(client.contacts.find({ contact_id: lead.id })), 410);

const company = await client.companies.createOrUpdate({ company_id: 'acme.example', name: 'Acme' });
await client.companies.attachContact({ contact_id: contact.id, id: company.id });
// The client looks for `companies` where the examples of the documents have `data`.
assert.equal((await client.contacts.listAttachedCompanies({ contact_id: contact.id })).response.data[0].id, company.id);
let scrolled = 0;
for await (const one of await client.companies.scroll({})) scrolled += one.id ? 1 : 0;
assert.equal(scrolled, 1);

await pause(4000);
const found = await client.contacts.search({
  query: { field: 'email', operator: '=', value: 'joe@acme.example' }, pagination: { per_page: 5 },
});
assert.equal(found.data[0].id, contact.id);

// A conversation with its own times, a note, an attachment, tags and states.
const message = await client.conversations.create({
  from: { type: 'user', id: contact.id }, body: 'Hello there', created_at: 1671028894,
});
const id = message.conversation_id;
await client.conversations.update({ conversation_id: id, title: 'Refund', read: true, company_id: company.id });
const reply = (body) => client.conversations.reply({ conversation_id: id, body });
await reply({ message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Two', created_at: 1671028895 });
await reply({
  message_type: 'comment', type: 'admin', admin_id: me.id, body: '<p>Three</p>', created_at: 1671028896,
  skip_notifications: true, attachment_files: [{ content_type: 'text/plain', name: 'a.txt', data: 'SGVsbG8=' }],
});
const noted = await reply({ message_type: 'note', type: 'admin', admin_id: me.id, body: 'Four', created_at: 1671028897 });
assert.deepEqual(
  noted.conversation_parts.conversation_parts.map((p) => [p.part_type, p.created_at]),
  [['comment', 1671028895], ['comment', 1671028896], ['note', 1671028897]],
);
const tag = await client.tags.create({ name: 'Segment: VIP' });
await client.tags.tagConversation({ conversation_id: id, id: tag.id, admin_id: me.id });
await client.tags.untagConversation({ conversation_id: id, tag_id: tag.id, admin_id: me.id });
const manage = (body) => client.conversations.manage({ conversation_id: id, body });
await manage({ message_type: 'assignment', type: 'admin', admin_id: me.id, assignee_id: me.id });
assert.equal((await manage({ message_type: 'close', type: 'admin', admin_id: me.id })).state, 'closed');
await pause(4000);
const read = await client.conversations.find({ conversation_id: id });
assert.equal(read.title, 'Refund');
let conversations = 0;
for await (const one of await client.conversations.list({ per_page: 1 })) conversations += one.id ? 1 : 0;
assert.equal(conversations, 1);

// A ticket, and the end.
const [type] = (await client.ticketTypes.list()).data;
const ticket = await client.conversations.convertToTicket({ conversation_id: id, ticket_type_id: type.id });
assert.equal((await client.tickets.get({ ticket_id: ticket.id })).ticket_type.id, type.id);
await client.conversations.deleteConversation({ conversation_id: id });
assert.equal(await refusal(client.conversations.find({ conversation_id: id })), 404);
await client.tags.delete({ tag_id: tag.id });
await client.contacts.archive({ contact_id: contact.id });
await client.contacts.unarchive({ contact_id: contact.id });
await client.companies.delete({ company_id: company.id });
const stranger = new IntercomClient({ token: 'wrong', baseUrl: endpoint, maxRetries: 0 });
assert.equal(await refusal(stranger.admins.identify()), 401);
console.log(JSON.stringify({ contacts: listed, companies: scrolled, conversations }));
