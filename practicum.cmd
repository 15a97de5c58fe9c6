@echo off
rem Practicum's launcher for Windows: finds a JDK, builds what is not built, and runs the command.
rem After a change of Java code, build by hand: mvnw -DskipTests package
setlocal EnableExtensions DisableDelayedExpansion

set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "STATE=%ROOT%\.practicum"
rem What students get has everything built, and no sources.
set "RELEASED=%ROOT%\library\practicum.jar"

if "%~1"=="" goto usage
if not "%~2"=="" goto command
if /i "%~1"=="help" goto usage
if /i "%~1"=="-h" goto usage
if /i "%~1"=="--help" goto usage

:command
call :find_jdk || exit /b 2
if exist "%RELEASED%" goto released
if /i "%~1"=="test" goto test
call :need_build || exit /b 1

for /f "usebackq delims=" %%c in ("%ROOT%\grader\target\grader.classpath") do (
  set "CLASSPATH=%ROOT%\grader\target\grader.jar;%%c"
)
set "DJL_CACHE_DIR=%STATE%\native"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%JAVA_HOME%\bin\java" -Dfile.encoding=UTF-8 "-Dpracticum.home=%ROOT%" -Djava.awt.headless=true practicum.cli.Main %*
exit /b %ERRORLEVEL%

:released
set "DJL_CACHE_DIR=%STATE%\native"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%JAVA_HOME%\bin\java" -Dfile.encoding=UTF-8 "-Dpracticum.home=%ROOT%" -Djava.awt.headless=true -cp "%RELEASED%" practicum.cli.StudentMain %*
exit /b %ERRORLEVEL%

:test
rem Everything after the word "test" goes to Maven.
set "ARGUMENTS=%*"
call "%ROOT%\mvnw.cmd" -f "%ROOT%\pom.xml" verify %ARGUMENTS:*test=%
exit /b %ERRORLEVEL%

:usage
if exist "%RELEASED%" goto command
type "%ROOT%\grader\src\main\resources\practicum\cli\usage.txt"
exit /b 0

rem Sets JAVA_HOME to a JDK that is 17 or newer.
:find_jdk
if defined JAVA_HOME (
  call :is_jdk "%JAVA_HOME%" && exit /b 0
)
for /f "delims=" %%j in ('where javac 2^>nul') do (
  for %%h in ("%%~dpj..") do call :is_jdk "%%~fh" && (
    set "JAVA_HOME=%%~fh"
    exit /b 0
  )
)
for %%p in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu") do (
  for /d %%h in ("%%~p\*") do call :is_jdk "%%~fh" && (
    set "JAVA_HOME=%%~fh"
    exit /b 0
  )
)
echo Practicum needs a JDK, version 17 or newer: there is none in JAVA_HOME, PATH or Program Files. 1>&2
echo   winget install EclipseAdoptium.Temurin.21.JDK 1>&2
echo or unpack a JDK from https://adoptium.net and set JAVA_HOME to its folder. 1>&2
exit /b 2

rem Whether a folder holds a compiler and a release file that says 17 or newer.
:is_jdk
set "VERSION="
if not exist "%~1\bin\javac.exe" exit /b 1
for /f "usebackq tokens=2 delims==." %%v in (`findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul`) do (
  set "VERSION=%%~v"
)
if not defined VERSION exit /b 1
set "VERSION=%VERSION:"=%"
if %VERSION% GEQ 17 exit /b 0
exit /b 1

:need_build
if exist "%ROOT%\grader\target\grader.jar" if exist "%ROOT%\grader\target\grader.classpath" exit /b 0
if not exist "%STATE%" mkdir "%STATE%"
echo Building Practicum. The first time this downloads about 300 MB and takes some minutes... 1>&2
call "%ROOT%\mvnw.cmd" -B -f "%ROOT%\pom.xml" -pl grader -am package -Dmaven.test.skip=true -Dspotless.check.skip=true > "%STATE%\build.log" 2>&1 < nul
if not errorlevel 1 exit /b 0
findstr /c:"[ERROR]" "%STATE%\build.log" 1>&2
echo The build failed. The first one needs a network. The whole log: %STATE%\build.log 1>&2
exit /b 1
