// (d) grammY: its conversations plugin, states kept in SQLite (the one that Node brings along), behind its webhook.
import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { conversations, createConversation } from "@grammyjs/conversations";
import { Bot, InlineKeyboard, webhookCallback } from "grammy";

const [port, api, token, folder] = process.argv.slice(2);
const database = new DatabaseSync(`${folder}/submissions.db`);
database.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
  CREATE TABLE talks (key TEXT PRIMARY KEY, state TEXT); CREATE TABLE submissions (chat INTEGER, told TEXT)`);
const read = database.prepare("SELECT state FROM talks WHERE key = ?");
const write = database.prepare("INSERT OR REPLACE INTO talks VALUES (?, ?)");
const remove = database.prepare("DELETE FROM talks WHERE key = ?");
const store = database.prepare("INSERT INTO submissions VALUES (?, ?)");

const adapter = {
  read: (key) => { const row = read.get(key); return row ? JSON.parse(row.state) : undefined; },
  write: (key, state) => { write.run(key, JSON.stringify(state)); },
  delete: (key) => { remove.run(key); },
};
const keyboard = (...payloads) => payloads.reduce((rows, one) => rows.text(one, one).row(), new InlineKeyboard());

async function need(conversation, ctx) {
  const told = { story: ctx.message.text };
  const asked = async (key, text, ...payloads) => {
    await ctx.reply(text, payloads.length ? { reply_markup: keyboard(...payloads) } : {});
    const answer = await (payloads.length ? conversation.waitFor("callback_query:data") : conversation.waitFor("message:text"));
    if (payloads.length) await answer.answerCallbackQuery();
    told[key] = payloads.length ? answer.callbackQuery.data : answer.message.text;
  };
  await asked("language", "Which language?", "language:en", "language:ar");
  await asked("consent", "May we save it?", "consent:yes", "consent:no");
  await asked("topic", "What is it about?", "topic:MOB", "topic:HEA", "topic:HOM");
  await asked("detail", "More exactly?", "detail:MOB.no_bus", "detail:MOB.other");
  await asked("place", "Where do you live?");
  await asked("urgency", "When?", "urgency:now", "urgency:week");
  await asked("check", "Is this right?", "check:send", "check:change");
  await conversation.external(() => { store.run(ctx.chat.id, JSON.stringify(told)); });
  await ctx.reply("Thank you.");
}

const bot = new Bot(token, { client: { apiRoot: api } });
bot.use(conversations({ storage: adapter }));
bot.use(createConversation(need));
bot.on("message:text", (ctx) => ctx.conversation.enter("need"));
await bot.init();
const handle = webhookCallback(bot, "http");
createServer((request, answer) => {
  handle(request, answer).catch((error) => { console.error(error); if (!answer.headersSent) answer.writeHead(500).end(); });
}).listen(Number(port), "127.0.0.1", () => bot.api.setWebhook(`http://127.0.0.1:${port}/hook`));
