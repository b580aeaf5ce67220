package answer

// function words carry no question.
var function = set(`a an the of to in on at by for from with into onto about as than then so if or and but nor not no
i you he she it we they me him her us them my your his its our their mine yours theirs this that these those
is are was were be been being am do does did doing done have has had having can could may might must shall should
will would what which who whom whose when where why how there here also too very just only some any each every all
both either neither such own same other another more most less least much many few up down out off over under again before after since besides around without beyond behind beside near whatever whoever whichever alongside
once per via etc vs between among within during while because though although let s t re ve ll d m ever yet still
rather quite even well else instead whether unless until upon across through against`)

// chatter is what people wrap around a question: politeness, hesitation, and
// words so general that a document need not repeat them.
var chatter = set(`please thanks thank hi hello hey dear sir madam folks guys team all ok okay yes no yeah yep nope well
um uh hmm hm anyway anyways actually basically really roughly exactly simply briefly quickly honestly literally
kind sort bit lot lots bunch stuff thing things something anything everything someone anyone everyone somebody
anybody one ones person people guy folk tell explain describe say says show give list name know think mean
wonder wondering ask asking question curious like want wants wanted need needs needed get gets getting go goes
going come make makes made take takes took keep keeps put see look looking find use uses used using try
help helps typically usually generally normally often always sometimes currently interested understand
job jobs role roles position positions career careers work works working main major key different various certain
specific particular good great best better right wrong nice big little new old first sentence word short
today now day currently involve involved handle handled deal part concern regard regarding terms order
receive receives received offer offers hold holds held enter enters follow follows contain contains include includes
carry carries happen happens bring brings begin begins start stop turn seem seems appear believe feel let lets allow
sure especially probably likely often seldom rarely might existing exist exists
words word plain terms english nutshell detail details anyways obviously quick honest fair point story deal chance wise ish
two three both whole entire rest next last back away together ever already yet soon later
considered considering thinks thinking thought wondered asked asks told says saying knows means meant called naming named monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december tonight tomorrow yesterday
comes came coming several multiple useful helpful worthwhile valuable handy known unknown tend tends mention basis inform kindly advise share suggest recommend consider curious wondering reply comment state claim assume suppose guess
see watch hear heard read listen talk fall falls put set call deal guy dude lad gal pal mate folk bloke chap
could would able possible maybe perhaps quick simple easy hard true false such example mother father mom dad
friend boss colleague son daughter brother sister kid wife husband brief summary sum detail details info
information overall general idea bot advisor adviser article document guide page source doc docs`)

// chatterStems are the stems of chatter: "mentioning" is talk as much as "mention".
var chatterStems = func() map[string]bool {
	m := map[string]bool{}
	for w := range chatter {
		m[stem(w)] = true
	}
	return m
}()

// isContent tells words that can carry a question.
func isContent(w word) bool {
	return !function[w.text] && (len(w.text) > 1 || w.named)
}
