from django.urls import path

from people import views
from people.about import views as about
from people.codes import views as codes
from people.door import views as door
from people.handing_over import views as handing_over
from people.own_data import views as own_data
from people.photos import views as photos

app_name = "lifelong_people"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/login/", views.sign_in_with_login, name="sign-in-with-login"),
    path("sign-in/new/", door.newcomer, name="door-newcomer"),
    path("sign-in/<int:cohort>/", door.names, name="door-names"),
    path("sign-in/<int:cohort>/<int:member>/", door.secret, name="door-secret"),
    path("sign-in/<int:cohort>/<int:member>/photo/", photos.at_the_door, name="door-photo"),
    path("sign-in/code/", codes.code, name="code"),
    path("lock/", handing_over.lock, name="lock"),
    path("locked/", handing_over.locked, name="locked"),
    path("here/", handing_over.here, name="here"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("register/", views.register, name="register"),
    path("look/", views.look, name="look"),
    path("account/", views.account, name="account"),
    path("account/about/", about.about_me, name="about-me"),
    path("privacy/", own_data.privacy, name="privacy"),
    path("account/codes/", codes.own_codes, name="own-codes"),
    path("account/data/", own_data.own_data, name="own-data"),
    path("account/data/file/", own_data.own_file, name="own-file"),
    path("account/photo/", photos.own_photo, name="own-photo"),
    path("account/secret/", views.own_secret, name="own-secret"),
]
