// Names of emoji as Slack writes them. Any other is shown as :name:.
const table = `+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|eyes 👀|wave 👋|tada 🎉|heart ❤️|white_check_mark ✅|heavy_check_mark ✔️|x ❌|
warning ⚠️|bulb 💡|rocket 🚀|thinking_face 🤔|thinking 🤔|smile 😄|slightly_smiling_face 🙂|joy 😂|pray 🙏|clap 👏|raised_hands 🙌|
point_right 👉|point_up ☝️|point_down 👇|books 📚|book 📖|bookmark 🔖|memo 📝|pencil ✏️|pencil2 ✏️|mag 🔍|hourglass ⌛|
hourglass_flowing_sand ⏳|stopwatch ⏱️|clock1 🕐|calendar 📅|date 📅|chart_with_upwards_trend 📈|bar_chart 📊|dart 🎯|
trophy 🏆|medal 🏅|star ⭐|star2 🌟|sparkles ✨|fire 🔥|zap ⚡|seedling 🌱|herb 🌿|deciduous_tree 🌳|compass 🧭|world_map 🗺️|
bell 🔔|no_bell 🔕|speech_balloon 💬|thought_balloon 💭|question ❓|grey_question ❔|exclamation ❗|information_source ℹ️|lock 🔒|
unlock 🔓|key 🔑|hammer 🔨|wrench 🔧|gear ⚙️|hammer_and_wrench 🛠️|package 📦|link 🔗|paperclip 📎|pushpin 📌|round_pushpin 📍|
email 📧|envelope ✉️|telephone ☎️|computer 💻|briefcase 💼|office 🏢|house 🏠|moneybag 💰|dollar 💵|mortar_board 🎓|school 🏫|
student 🧑‍🎓|teacher 🧑‍🏫|technologist 🧑‍💻|scientist 🧑‍🔬|artist 🧑‍🎨|microscope 🔬|art 🎨|handshake 🤝|busts_in_silhouette 👥|
bust_in_silhouette 👤|robot_face 🤖|ghost 👻|sunny ☀️|rainbow 🌈|coffee ☕|pizza 🍕|cake 🍰|balloon 🎈|gift 🎁|ok_hand 👌|muscle 💪|
brain 🧠|ear 👂|100 💯|heavy_plus_sign ➕|heavy_minus_sign ➖|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|
large_green_circle 🟢|red_circle 🔴|large_yellow_circle 🟡|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫|white_large_square ⬜|
ballot_box_with_check ☑️|repeat 🔁|recycle ♻️|wastebasket 🗑️|file_folder 📁|page_facing_up 📄|newspaper 📰|scroll 📜|
outbox_tray 📤|inbox_tray 📥|mega 📣|loudspeaker 📢|scales ⚖️|dancer 💃|runner 🏃|walking 🚶|mountain ⛰️|puzzle_piece 🧩|
disappointed 😞|cry 😢|sweat_smile 😅|sunglasses 😎|hugging_face 🤗|shrug 🤷|facepalm 🤦|sleeping 😴|bow 🙇|v ✌️|crossed_fingers 🤞`;

const known = new Map(table.split("|").map((e) => e.trim().split(" ")));

export const emoji = (name) => known.get(name.replace(/::skin-tone-\d$/, "")) ?? `:${name}:`;

// offered lists the reactions in the page's own menu.
export const offered = ["+1", "heart", "tada", "eyes", "white_check_mark", "thinking_face", "pray", "bulb"];

export const withEmoji = (text) => text.replace(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g, (all, name) => known.get(name) ?? all);
