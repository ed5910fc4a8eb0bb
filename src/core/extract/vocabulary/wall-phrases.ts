/*
 * Sentences of pages that stand where an article should, told to the reader: "the page you are looking for", "log in to
 * your account", "verify you are human". What a report may say of others too ("down for maintenance") stands in
 * half-wall-phrases.ts.
 * Sources: as in wall-titles.ts, and the texts of the consent managers and paywalls named in their own lists.
 */
import { byReason } from "./phrase-list.ts";

export const WALL_PHRASES = byReason({
  "not-found": {
    en:
      "page you were looking for | page you are looking for | page youre looking for | page you have requested | page you requested | " +
      "page you tried to | page that you requested | article you were looking for | article you are looking for | article youre looking for | " +
      "article you requested | story you are looking for | story you were looking for | story youre looking for | content you are looking for | " +
      "content you were looking for | content youre looking for | content you requested | url you requested | link you followed | " +
      "address you entered | we cant find the page | we couldnt find the page | we could not find the page | we cant find that page | " +
      "we couldnt find that page | we cant seem to find | we cannot find the page | that page cant be found | this page could not be found | " +
      "this page cannot be found | this page does not exist | this page doesnt exist | this page is no longer available | " +
      "this article is no longer available | this story is no longer available | this content is no longer available | return to the homepage | " +
      "return to the home page | go back to the homepage | go back to the home page | processing your request | administrator if the problem | " +
      "contact the site owner | access this website from a country",
    mul:
      "von ihnen aufgerufene seite | von ihnen gesuchte seite | von ihnen angeforderte seite | seite die sie suchen | die gesuchte seite | " +
      "diese seite existiert nicht | die angeforderte seite | seite ist nicht mehr verfügbar | zurück zur startseite | " +
      "page que vous recherchez | page que vous cherchez | page que vous avez demandée | page demandée n'existe | " +
      "page demandée est introuvable | page n'existe pas | page n'existe plus | article n'est plus disponible | retour à l'accueil | " +
      "revenir à l'accueil | página que buscas | página que busca | página que estás buscando | página que está buscando | página solicitada | " +
      "página no existe | volver a la portada | volver al inicio | página que você procura | página que você está procurando | " +
      "página que procura | página solicitada | página não existe | voltar à página inicial | voltar para a página inicial | " +
      "pagina che stai cercando | pagina che cerchi | pagina richiesta | pagina non esiste | torna alla home | pagina die je zoekt | " +
      "pagina die u zoekt | pagina bestaat niet | deze pagina is niet meer | terug naar de homepage | sidan du söker | sidan du letar efter | " +
      "sidan finns inte | siden du leter etter | siden du ser etter | siden du leder efter | etsimääsi sivua | strona której szukasz | " +
      "szukana strona | wróć na stronę główną | stránka kterou hledáte | požadovaná stránka | страница которую вы ищете | " +
      "запрашиваемая страница | запрошенная страница | вернитесь на главную | сторінка яку ви шукаєте | сторінки не існує | aradığınız sayfa | " +
      "aradığınız içerik | ulaşmaya çalıştığınız sayfa | ana sayfaya dön | η σελίδα που αναζητάτε | η σελίδα που ψάχνετε | " +
      "pagina pe care o căutați | keresett oldal | halaman yang anda cari | halaman yang anda tuju | trang bạn tìm | trang bạn đang tìm | " +
      "الصفحة التي تبحث عنها | الصفحة المطلوبة | העמוד שחיפשת | הדף שחיפשת | הדף שביקשת | صفحه مورد نظر | आप जिस पेज | आप जो पेज | 요청하신 페이지 | " +
      "찾으시는 페이지 | 원하시는 페이지",
  },
  "log-in": {
    en:
      "log in to your account | log into your account | sign in to your account | sign into your account | log in with your | " +
      "sign in with your | log in or create | sign in or create | log in to continue | sign in to continue | please log in | please sign in | " +
      "you must be logged in | you need to be logged in | you must log in | you need to log in | you must sign in | forgot your password | " +
      "forgotten your password | forgot password | reset your password | enter your password | enter your email | your email and password",
    mul:
      "melden sie sich mit ihrer | melde dich mit deiner | loggen sie sich | bitte melden sie sich | bitte loggen sie | bitte einloggen | " +
      "noch kein konto | jetzt registrieren | haben sie noch kein | connectez vous à votre compte | connectez vous pour | pas encore inscrit | " +
      "votre mot de passe | inicia sesión | inicie sesión | olvidaste tu contraseña | olvidado tu contraseña | olvidado la contraseña | " +
      "olvidó su contraseña | no tienes cuenta | no tienes una cuenta | tu contraseña | ya tienes cuenta | crea tu cuenta | esqueceu a senha | " +
      "esqueceu sua senha | esqueci minha senha | ainda não tem conta | já tem conta | sua senha | faça login | inicie sessão | accedi con | " +
      "accedi al tuo | password dimenticata | hai dimenticato la password | non hai un account | hai già un account | la tua password | " +
      "log in met | wachtwoord vergeten | nog geen account | je wachtwoord | uw wachtwoord | glömt lösenord | glömt ditt lösenord | " +
      "logga in med | har du inget konto | glemt passord | logg inn med | har du ikke konto | glemt adgangskode | log ind med | " +
      "unohditko salasanan | kirjaudu sisään | nie pamiętasz hasła | zapomniałeś hasła | nie masz konta | zaloguj się | zapomenuté heslo | " +
      "nemáte účet | забыли пароль | нет аккаунта | войдите в аккаунт | войдите в свой | зарегистрируйтесь | забули пароль | увійдіть | " +
      "şifremi unuttum | şifrenizi mi unuttunuz | hesabınız yok mu | hesabınıza giriş | ξεχάσατε τον κωδικό | δεν έχετε λογαριασμό | " +
      "ai uitat parola | nu ai cont | elfelejtett jelszó | lupa kata sandi | lupa password | belum punya akun | quên mật khẩu | " +
      "chưa có tài khoản | نسيت كلمة المرور | ليس لديك حساب | سجل الدخول | שכחת סיסמה | שכחתי סיסמה | אין לך חשבון | رمز عبور خود را فراموش | " +
      "पासवर्ड भूल गए | 비밀번호를 잊으셨나요 | 비밀번호 찾기 | 계정이 없으신가요 | 아이디 찾기",
  },
  paywall: {
    en:
      "unlock this article | unlock this story | unlock the full | already a subscriber | already subscribed | already have a subscription | " +
      "become a subscriber | cancel whenever you | subscribe to continue | subscribe to keep | subscribe to read | subscribe now | " +
      "start your free trial | start your subscription | choose your plan | choose your subscription | to continue reading | " +
      "you have reached your | you have reached the limit | you have used all | free articles this month | keep reading with | " +
      "thank you for visiting please | this post is for | article is for subscribers | this content is for",
    mul:
      "sind bereits abonnent | schon abonnent | sie haben bereits ein abo | jetzt weiterlesen | jetzt abonnieren | weiterlesen mit | " +
      "zugriff auf alle artikel | zugang zu allen artikeln | alle artikel lesen | déjà abonné | vous êtes abonné | pour lire la suite | " +
      "ya eres suscriptor | eres suscriptor | ya soy suscriptor | accede sin límites | suscríbete | já é assinante | sou assinante | " +
      "assine agora | sei già abbonato | sei un abbonato | abbonati ora | al abonnee | ben je abonnee | bent u abonnee | redan prenumerant | " +
      "är du prenumerant | avsluta när du vill | allerede abonnent | er du abonnent | jesteś już prenumeratorem | masz już subskrypcję | " +
      "czytaj dalej bez | уже подписчик | уже есть подписка | оформите подписку | чтобы читать дальше | zaten abone misiniz | " +
      "okumaya devam etmek için | είστε ήδη συνδρομητής | مشترك بالفعل | כבר מנויים | 이미 구독",
  },
  "cookie-wall": {
    mul:
      "we and our partners | accept all cookies | accept the cookies | manage your preferences | manage your choices | " +
      "withdraw your consent | your consent | you consent | information on your device | we use cookies | our use of cookies | " +
      "wir und unsere partner | deine zustimmung | mit werbung und tracking | alle cookies akzeptieren | " +
      "nous et nos partenaires | votre consentement | accepter et continuer | continuer sans accepter | " +
      "nosotros y nuestros socios | tu consentimiento | aceptar y continuar | nós e nossos parceiros | " +
      "noi e i nostri partner | il tuo consenso | accetta e continua | wij en onze partners | " +
      "jouw toestemming | uw toestemming | vi och våra partner | ditt samtycke | vi og våre partnere | vi og vores partnere | dit samtykke | " +
      "my i nasi partnerzy | twoja zgoda | akceptuję | мы и наши партнеры | ваше согласие | biz ve ortaklarımız | onayınızı | " +
      "εμείς και οι συνεργάτες",
  },
  "robot-check": {
    en:
      "verify you are human | verify you are a human | verify that you are human | verify that you are a human | verify youre human | " +
      "verify that you are not a robot | verify you are not a robot | confirm you are human | confirm that you are human | prove you are human | " +
      "you are a robot | you are not a robot | youre not a robot | checking your browser | checking if the site connection | " +
      "security of your connection | ray id | automation tools to browse | you have been blocked | you are unable to access | " +
      "security service to protect itself | you dont have permission to access | you do not have permission to access | " +
      "your request has been blocked | your access to this | as you were browsing",
    mul:
      "dass sie kein roboter | dass du kein roboter | kein roboter sind | ihre verbindung wird überprüft | ihr browser wird | " +
      "que vous n'êtes pas un robot | que vous êtes humain | vérification de votre navigateur | que no eres un robot | que eres humano | " +
      "que usted no es un robot | comprobando tu navegador | que você não é um robô | que você é humano | verificando seu navegador | " +
      "che non sei un robot | che sei umano | dat je geen robot | dat u geen robot | att du inte är en robot | at du ikke er en robot | " +
      "że nie jesteś robotem | że jesteś człowiekiem | что вы не робот | вы не робот | что вы человек | проверка вашего браузера | " +
      "robot olmadığınızı | insan olduğunuzu | ότι δεν είστε ρομπότ | أنك لست روبوتا | أنك إنسان | שאינך רובוט | شما ربات نیستید | 로봇이 아님을 | " +
      "로봇이 아닙니다",
  },
  "scripts-off": {
    mul:
      "enable javascript | turn on javascript | javascript is disabled | javascript is not enabled | javascript is required | javascript to run this app | javascript and cookies | your browser does not support javascript | requires javascript | " +
      "enable cookies in your | javascript aktivieren | javascript zu aktivieren | javascript ist deaktiviert | aktivieren sie javascript | bitte javascript | activer javascript | activez javascript | javascript est désactivé | habilita javascript | " +
      "habilite javascript | habilite o javascript | activa javascript | active javascript | javascript está desactivado | ative o javascript | abilita javascript | abilitare javascript | attiva javascript | schakel javascript | zet javascript | aktivera javascript | " +
      "slå på javascript | aktiver javascript | włącz javascript | włącz obsługę javascript | включите javascript | включить javascript | увімкніть javascript | javascript'i etkinleştirin | javascripti etkinleştirin | ενεργοποιήστε τη javascript | تفعيل جافا | " +
      "javascript를 활성화",
  },
});

/** The same for scripts without spaces: pieces of text, looked for anywhere. */
export const SPACELESS_WALL_PHRASES = byReason({
  "not-found": {
    ja: "お探しのページ|お探しの記事|ページが見つかりません|ページは存在しません|ページは削除|アクセスしようとしたページ|ご指定のページ|トップページから|記事の公開は終了|掲載期間が終了",
    zh: "您访问的页面|您要访问的页面|您要找的页面|您查找的页面|页面不存在|页面已删除|頁面不存在|您要找的頁面|您要瀏覽的頁面|返回首页|返回首頁",
    th: "ไม่พบหน้าที่คุณ|หน้าที่คุณต้องการ|หน้าที่คุณค้นหา",
  },
  "log-in": {
    ja: "ログインしてください|パスワードをお忘れ|パスワードを忘れ|アカウントをお持ちでない|会員登録がお済みでない",
    zh: "忘记密码|忘記密碼|还没有账号|還沒有帳號|没有账号|请先登录|請先登入|登录后继续|登入後繼續|立即注册|立即註冊",
    th: "ลืมรหัสผ่าน|ยังไม่มีบัญชี|กรุณาเข้าสู่ระบบ",
  },
  paywall: {
    ja: "続きをお読みいただけます|続きを読むには|すでに会員の方|無料会員登録",
    zh: "订阅后即可|訂閱後即可|已经是会员|已經是會員|解锁全文|解鎖全文|登录阅读全文|付费后继续",
  },
  "cookie-wall": {
    ja: "クッキーの使用に同意|Cookieの使用に同意",
    zh: "接受所有cookie|接受cookie|同意使用cookie",
  },
  "robot-check": {
    ja: "ロボットではない|あなたが人間である|人間であることを確認|ブラウザを確認して",
    zh: "完成安全验证|完成验证|不是机器人|不是機器人|您是真人|确认您是人类|正在检查您的浏览器|完成驗證",
  },
  "scripts-off": {
    ja: "JavaScriptを有効|JavaScriptが無効",
    zh: "启用javascript|启用 javascript|開啟javascript|浏览器的脚本|开启javascript",
  },
});
