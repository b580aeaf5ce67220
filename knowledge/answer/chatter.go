package answer

import "careeradvisor/knowledge/text"

// chatter is what people wrap around a question: politeness, hesitation, and
// words so general that a document need not repeat them. A word belongs here where
// no question, of any role, hangs on it.
var chatter = text.Set(`line lines stuff 
	please thanks thank hi hello hey ok okay yes no yeah yep nope well um uh hmm hm kindly honest fair
	dear sir madam folks folk guys guy dude lad bloke chap gal pal mate team all
	mother father mom dad son daughter brother sister kid wife husband friend boss colleague
	someone anyone everyone somebody anybody one ones person people
	bot advisor adviser article document doc docs guide page source

	anyway anyways actually basically really roughly exactly simply briefly quickly honestly literally obviously
	especially probably likely maybe perhaps possible sure certain
	usually typically generally normally often always sometimes seldom rarely ever already yet
	together away back

	tell told explain describe say says saying show give list name naming named call called know knows known
	unknown think thinks thinking thought mean means meant
	wonder wondering wondered ask asks asked asking question curious inform advise share suggest recommend mention
	reply comment state claim assume suppose guess consider considered considering believe feel understand
	interested talk hear heard listen read see watch look looking find
	like want wants wanted need needs needed try help helps allow let lets wise ish
	word words terms plain english nutshell sentence short brief summary sum detail details info information
	point story deal chance concern regard regarding basis

	kind sort bit lot lots bunch stuff thing things something anything everything part order set example
	get gets getting go goes going come comes came coming make makes made take takes took keep keeps put
	use uses used using turn seem seems appear happen happens involve involved handle handled
	receive receives received offer offers hold holds held enter enters follow follows contain contains include includes
	carry carries bring brings begin begins start stop fall falls exist exists existing tend tends might could would

	job jobs role roles position positions career careers work works working
	main major key different various particular specific good great best better right wrong true false nice
	big little new old first next last rest whole entire two three both several multiple such
	quick simple easy hard able useful helpful worthwhile valuable handy overall general idea

	today tonight tomorrow yesterday day now soon later currently
	monday tuesday wednesday thursday friday saturday sunday
	january february april june july august september october november december
`)

// chatterStems are the stems of chatter: "mentioning" is talk as much as "mention".
var chatterStems = text.StemSet(chatter)

// isTalk tells a word that is grammar or chatter.
func isTalk(w string) bool { return text.IsFunction(w) || chatter[w] }
