/*
 * Headings of boxes beside and behind an article.
 *
 * Sources: the tuning half of the evaluation pages; the interface strings of WordPress (newspack, amp, jetpack
 * translations), Facebook's and X's embed texts, and the sharing plug-ins' translations in each language.
 */
import { byReason } from "./phrase-list.ts";

/** How headings of boxes begin whose whole rest is other stories, comments or appeals. */
export const RELATED_HEADINGS = byReason({
  "related-heading": {
    en:
      "related | you may | you might | more from | more stories | more news | more on | more like | more in | recommended | read next | read more | read also | " +
      "read these | see also | also read | also see | also on | most read | most popular | trending | top stories | latest news | latest stories | latest from | " +
      "latest posts | latest articles | popular posts | popular stories | popular now | popular articles | what to read next | dont miss | similar | further reading | " +
      "editors picks | editors pick | from around the web | around the web | sponsored | promoted | up next | next up | next article | next post | next story | next in | " +
      "leave a reply | leave a comment | add a comment | post a comment | join the conversation | join the discussion | newsletter | " +
      "sign up | subscribe | follow us | about the author | about the authors | about author | tags | topics | share this | others also read | recent posts | recent articles | " +
      "other stories | other news | in other news | keep reading | continue reading | explore more | discover more | stay connected | get the latest",
    mul:
      "você pode | você também | leia também | leia mais | veja também | veja mais | relacionadas | relacionados | te puede | te puede interesar | artículos relacionados | " +
      "noticias relacionadas | más noticias | más información | lo más leído | lo más visto | à lire | lire aussi | articles liés | articles similaires | articles connexes | sur le même sujet | " +
      "les plus lus | mehr zum | mehr zum thema | mehr aus | mehr von | das könnte | auch interessant | verwandte | ähnliche | weitere | meistgelesen | meist gelesen | " +
      "newsletter | themen | schlagworte | schlagwörter | leggi anche | potrebbe interessarti | potrebbe interessarvi | articoli correlati | i più letti | lees ook | meer over | les også | mer fra | " +
      "se også | siste nytt | siste fra | läs också | läs även | läs mer | mer från | senaste nytt | læs også | mere fra | читайте | читайте также | похожие | по теме | отзывы | " +
      "материалы по теме | новости по теме | читайте також | czytaj też | czytaj także | zobacz | zobacz także | podobne | polecamy | najnowsze | ilgili haberler | " +
      "diğer haberler | son haberler | çok okunanlar | baca juga | berita terkait | artikel terkait | berita lainnya | terpopuler | 関連記事 | 関連 | おすすめ | 人気記事 | ランキング | 相关 | 相關 | 延伸 | 推薦 | 推荐 | 熱門 | 热门 | " +
      "관련기사 | 관련 기사 | 많이 본 | 추천 | 인기 | اقرأ أيضا | مواضيع ذات صلة | مقالات ذات صلة | قد يعجبك | الأكثر قراءة | כתבות נוספות | עוד בנושא | " +
      "ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | tin liên quan | xem thêm | διαβάστε επίσης | σχετικά",
  },
});

/** What readers' comments stand under, as the whole heading: more than one word of it is a heading of the text. */
export const COMMENT_HEADINGS = byReason({
  "related-heading": {
    mul:
      "comments | kommentare | komentarze | комментарии | 댓글 | التعليقات | תגובות | commentaires | comentarios | comentários | commenti | reacties | kommentarer | kommentaarit | kommentit | hozzászólások | diskuse | komentáře | diskusia | comentarii | " +
      "σχόλια | yorumlar | коментарі | коментари | komentari | 评论 | 評論 | 留言 | コメント | ความคิดเห็น | bình luận | komentar | maoni | دیدگاه‌ها | نظرات | تبصرے | टिप्पणियाँ | মন্তব্য",
  },
});
