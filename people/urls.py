from django.urls import path

from people import views

app_name = "lifelong_people"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("register/", views.register, name="register"),
    path("text-size/", views.text_size, name="text-size"),
    path("account/", views.account, name="account"),
]
